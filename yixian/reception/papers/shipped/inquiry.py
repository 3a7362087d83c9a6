"""函询通知书: the letter, and on a page of its own the sheet on which it is answered and signed."""

from yixian.reception.papers.shipped.sheet import Sheet
from yixian.reception.papers.shipped.sheets import BLANK_DAY

WIDTHS = (2.8, 5.2, 2.8, 5.2)


def inquiry() -> bytes:
    sheet = Sheet(subject="函询通知书")
    sheet.title("函询通知书")
    sheet.number_line("{{文号}}")
    sheet.addressee("{{被函询人}}同志：")
    sheet.body("依照{{函询依据}}的规定，现就下列问题向你函询，请逐项如实作出书面说明：")
    sheet.body("{{函询问题}}")
    sheet.body(
        "请{{回复期限}}，填写所附《函询回复》，由{{所在党组织}}主要负责人签署意见后，密封送回本机关。"
        "你本人是该党组织主要负责人的，直接回复本机关。"
    )
    sheet.body(
        "请对组织忠诚老实，不得隐瞒、编造或者串通。不得打听、猜测、追查问题由何人反映，不得打击报复。"
        "本通知书和回复依照规定保密，不得复印、外传。"
    )
    sheet.seal_place("{{机关名称}}", "{{发文日期}}")
    sheet.addressee("抄送：{{所在党组织}}主要负责人")
    sheet.new_page()
    sheet.title("函询回复")
    sheet.form(
        "11|*函询文号|文号:3",
        "11|*姓名|被函询人|*职务|职务",
        f"92|*对所询问/题的说明|=////////////本人签名：　　　　　　　{BLANK_DAY}:3",
        f"48!|*所在党组/织主要负/责人意见|={{{{所在党组织}}}}////主要负责人签名：　　　　　　　{BLANK_DAY}:3",
        widths=WIDTHS,
    )
    sheet.small("说明写不下的，可以另附页，逐页签名；附有材料的，请列出名称和页数。")
    return sheet.written()
