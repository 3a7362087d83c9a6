"""A letter from its plain text: title, number, addressee, body, name and day, each in its place."""

from importlib.resources import files

from yixian.reception.papers.shipped.sheet import Sheet


def letter(name: str) -> bytes:
    """``<name>.txt``: blocks parted by empty lines: title and number, the body, the end.

    A short line of the body that ends in a colon opens a part (…承诺：), except the first, which is the addressee;
    a sentence that ends in one (…反馈如下：) is a sentence.
    """
    text = files("yixian.reception.papers.shipped").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    head, body, foot = text.strip().split("\n\n")
    title, number = head.splitlines()
    sheet = Sheet(subject=title)
    sheet.title(title)
    sheet.number_line(number)
    for at, line in enumerate(body.splitlines()):
        if line.endswith("：") and at == 0:
            sheet.addressee(line)
        elif line.endswith("：") and "，" not in line and "{{来件编号}}" not in line:
            sheet.heading(line)
        else:
            sheet.body(line)
    *signs, organ, day = foot.splitlines()
    if signs:
        for line in (*signs, organ):
            sheet.sign_line(line)
        sheet.right_line(day)
    else:
        sheet.seal_place(organ, day)
    return sheet.written()
