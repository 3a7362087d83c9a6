"""The forms of the file: register, approval sheet, records and slips.

A row is written as it looks: its height in millimetres (with ``!`` it is never parted by a page), then its cells
parted by ``|``. ``*`` marks a label, ``=`` the
form's own words, anything else is the name of a placeholder; ``:3`` spans three columns, ``/`` begins a line.
"""

from docx.shared import Pt

from yixian.reception.papers.shipped.sheet import Sheet

SIX = (2.2, 3.5, 2.2, 2.4, 2.2, 3.5)
FOUR = (2.8, 5.2, 2.8, 5.2)
TWO = (2.8, 13.2)
BLANK_DAY = "　　　　年　　月　　日"


def register() -> bytes:
    """举报登记表: what the register holds of a report, without who reported."""
    sheet = _form("举报登记表")
    sheet.form(
        "20|*来件编号|来件编号|*编号/二维码|编号二维码|*登记日期|登记日期",
        "8|*收到日期|收到日期|*渠道|来件渠道|*签收日期|签收日期",
        "8|*来源|来件来源|*初重件|初重件|*类别|来件类别",
        "8|*联名|联名|*人数|来件人数|*紧急程度|紧急程度",
        "8|*署名情况|署名情况:3|*登记人|登记人",
        "10|*被反映人|被反映人:5",
        "8|*级别|级别|*所在地区|所在地区|*中共党员|中共党员",
        "8|*单位类别|单位类别:3|*监察对象|监察对象",
        "8|*涉及地点|涉及地点:5",
        "8|*主要问题|主要问题|*次要问题|次要问题|*问题性质|问题性质",
        "22|*内容摘要|内容摘要:5",
        "8|*诉求|诉求:5",
        "12|*拟办意见|拟办意见:5",
        f"19|*领导批示|=/批示人：　　　　　　　　　{BLANK_DAY}:5",
        "8|*责任人|首办责任人|*办理状态|办理状态|*挽回损失|挽回损失",
        "8|*期限|期限情况:5",
        "8|*转办交办|转办情况:5",
        "8|*处理结果|处理结果:5",
        widths=SIX,
    )
    sheet.small(
        "举报人身份另行封存，不在本表。本表依照{{保密依据}}的规定保密，不得复印、外传。打印日期：{{打印日期}}"
    )
    return sheet.written()


def approval() -> bytes:
    """呈批表（拟办单）: the proposal, and room for the instruction."""
    sheet = _form("信访举报呈批表")
    sheet.form(
        "22|*来件编号|来件编号|*编号/二维码|编号二维码",
        "11|*收到日期|收到日期|*渠道|来件渠道",
        "11|*类别|来件类别|*首办责任人|首办责任人",
        "16|*被反映人|被反映人:3",
        "52|*内容摘要|内容摘要:3",
        "34|*拟办意见|拟办意见:3",
        f"38|*领导批示|=///签名：　　　　　　　{BLANK_DAY}:3",
        "11|*拟办人|拟办人|*日期|打印日期",
        widths=FOUR,
    )
    sheet.small("举报人身份另行封存，不在本表。批示后由首办责任人存入本件卷宗。")
    return sheet.written()


def receipt() -> bytes:
    """查询码回执: given into the reporter's hand; the code stands on nothing else."""
    sheet = Sheet(subject="来件回执")
    sheet.title("来件回执")
    sheet.number_line("来件编号：{{来件编号}}")
    sheet.body("您的来件已于{{收到日期}}收到并登记，由首办责任人{{首办责任人}}负责。{{下一步}}")
    sheet.body("您的查询码：")
    sheet.big("{{查询码}}")
    sheet.body(
        "凭查询码可以查看办理进展、阅读答复、补充情况和作出评价。"
        "查询码只在这里出现一次，我们也无法找回，请您妥善保管，不要告诉他人。"
    )
    sheet.picture_line("窗口二维码")
    sheet.small("扫码打开举报窗口，或者输入网址：{{举报网址}}")
    sheet.small("举报电话：{{联系电话}}　{{接访地址}}")
    sheet.seal_place("{{机关名称}}", "{{发文日期}}")
    return sheet.written()


def feedback_record() -> bytes:
    """反馈记录: how the result was told and what was said to it."""
    sheet = _form("处理结果反馈记录")
    sheet.form(
        "11|*来件编号|来件编号|*收到日期|收到日期",
        "11|*反馈日期|反馈日期|*反馈方式|反馈方式",
        "11|*反馈人|反馈人|*首办责任人|首办责任人",
        "70|*反馈内容|反馈内容:3",
        "11|*举报人意见|举报人意见|*日期|表示意见日期",
        "40|*意见和说明|意见和说明:3",
        f"26|*签名|=反馈人：　　　　　　　在场人：　　//　　　　　　　　　　　　{BLANK_DAY}:3",
        widths=FOUR,
    )
    sheet.small("依据：{{反馈依据}}。举报人姓名不写入本记录；当面反馈的，由反馈人和在场人签名。")
    return sheet.written()


def visit() -> bytes:
    """来访记录: read back and signed; who came is sealed apart, and stands here only as a signature."""
    sheet = _form("来访记录")
    sheet.form(
        "10|*来件编号|来件编号|*来访日期|来访日期",
        "10|*接访地点|接访地点|*接访人|接访人",
        "10|*来访人数|来访人数|*代表人数|代表人数",
        "10|*记录人|记录人|*沟通协助|沟通协助",
        "10|*来访人|来访人:3",
        "46|*反映事项|反映事项:3",
        "13|*诉求|诉求:3",
        "14|*现场答复|现场答复:3",
        "10|*宣读确认|宣读确认:3",
        "10|*签名方式|签名方式:3",
        f"36!|*签名|={{{{签名栏}}}}///接访人：　　　　　　　记录人：　　　{BLANK_DAY}:3",
        widths=FOUR,
    )
    sheet.small(
        "来访人身份另行封存。本记录依照{{保密依据}}的规定保密，不得复印、外传。打印日期：{{打印日期}}"
    )
    return sheet.written()


def interview() -> bytes:
    """谈话笔录: what was said, read back and stood by; the hours and the signatures are written by hand."""
    sheet = _form("谈话笔录")
    sheet.form(
        "10|*笔录名称|笔录名称|*来件编号|来件编号",
        "10|*谈话日期|={{谈话日期}}　　　时　　分至　　　时　　分:3",
        "10|*谈话地点|谈话地点|*谈话事由|谈话事由",
        "10|*谈话人|谈话人|*记录人|记录人",
        "10|*被谈话人|被谈话人:3",
        widths=FOUR,
    )
    sheet.room()
    sheet.body(
        "告知：我们是{{机关名称}}的工作人员，现在听取您反映的情况并作记录。请您如实反映，对内容的真实性负责；"
        "您有权核对笔录，记录有遗漏或者差错的，可以补充、改正；认为工作人员应当回避的，可以提出。"
        "您的身份和反映的内容，依照{{保密依据}}的规定保密。"
    )
    sheet.body("{{谈话内容}}")
    sheet.room()
    sheet.form(
        "58!|*核对和/签名|=宣读确认：{{宣读确认}}/签名方式：{{签名方式}}//{{签名栏}}///"
        f"谈话人：　　　　　　　记录人：　　　{BLANK_DAY}",
        widths=TWO,
    )
    return sheet.written()


def box() -> bytes:
    """开箱记录: by two people."""
    sheet = _form("举报箱开箱记录")
    sheet.number_line("{{记录编号}}")
    sheet.form(
        "13|*举报箱|举报箱|*开箱日期|开箱日期",
        "13|*开箱人|开箱人|*见证人|见证人",
        "13|*箱内件数|箱内件数|*封条号|封条号",
        "13|*确认日期|确认日期|*打印日期|打印日期",
        "30|*登记编号|登记编号:3",
        "46|*检查情况|=箱体、锁具和封条是否完好：//其他情况：:3",
        f"32|*签名|=开箱人：//见证人：　　　　　　　　{BLANK_DAY}:3",
        widths=FOUR,
    )
    sheet.small("开箱由两名工作人员共同进行。箱内来件逐件登记，本记录不写来件内容。")
    return sheet.written()


def envelope() -> bytes:
    """信封报送单: that it came and went, and nothing else."""
    sheet = _form("信封报送单")
    sheet.number_line("{{文号}}")
    sheet.form(
        "13|*收到日期|收到日期|*渠道|来件渠道",
        "13|*报送机构|报送机构|*报送期限|报送期限",
        "13|*登记人|登记人|*报送人|报送人",
        "13|*报送日期|报送日期|*打印日期|打印日期",
        "28|*封装情况|=原件封好，未开拆、未复制、未摘抄、未录入。/件数：　　　件　　　　封条号：:3",
        f"34|*接收回执|=接收单位（盖章）：//接收人：　　　　　　　　{BLANK_DAY}:3",
        widths=FOUR,
    )
    sheet.small("依据：{{报送依据}}。本单不写来件内容，不写反映人和被反映人。一式两份，接收单位退回一份。")
    return sheet.written()


def destruction() -> bytes:
    """档案销毁清册: what is listed, what was said of it, and room for everyone's signature."""
    sheet = _form("档案销毁清册")
    sheet.number_line("{{清册编号}}")
    sheet.form(
        "10|*编制人|编制人|*编制日期|编制日期",
        "10|*列入|列入情况|*没有列入|没有列入",
        widths=FOUR,
    )
    sheet.room()
    sheet.form(
        "9|*序号　档号　题名　年度　保管期限　到期日　件数页数　办理结果", "40|卷宗清单", widths=(16.0,)
    )
    sheet.room()
    sheet.form(
        "14|*鉴定情况|鉴定情况:3",
        f"22!|*鉴定人|=签名：　　　　　　　　　　签名：//{BLANK_DAY}:3",
        f"22!|*审批意见|={{{{审批情况}}}}//签名：　　　　　　　　　　{BLANK_DAY}:3",
        "14|*销毁情况|销毁情况:3",
        f"26!|*监销人|=签名：　　　　　　　　　　签名：//纸质卷宗已当面销毁：　　{BLANK_DAY}:3",
        widths=FOUR,
    )
    sheet.small("依据：{{销毁依据}}。本清册永久保存，不写举报人和被反映人。打印日期：{{打印日期}}")
    return sheet.written()


def _form(title: str) -> Sheet:
    sheet = Sheet(subject=title)
    sheet.heading_of_organ()
    sheet.title(title)
    sheet.document.paragraphs[-1].paragraph_format.space_after = Pt(8)
    return sheet
