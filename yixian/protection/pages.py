"""The generated pages: who may do what, and what a thief of the database can read, field by field."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.apps import apps
from django.db.models import Field, Model

from yixian.protection.permits import Permit, condition_sentence, permit_map
from yixian.regulations.accusation_rules import RECUSAL, SECRECY

GROUNDS = f"{SECRECY.cite()}、{RECUSAL.number}"
PERMITS_HEADING = f"""# 谁可以做什么

由代码生成（`make generated`），请勿手工修改。

凡涉及一件举报的事项，一律先问两条，再看下表：

1. **被举报的一方**：本人、近亲属、所在单位被反映的，一律看不到这一件，也不知道有这一件（{GROUNDS}）。
2. **回避**：已经申报或者被申请回避的，不能查看和办理（{RECUSAL.cite()}）。

除注明“可跨机关”的以外，只能办理本机关的件。
"""
SECRECY_HEADING = """# 拿走数据库的人能读到什么

由代码生成（`make generated`），请勿手工修改。每个字段归为一类，没有归类的字段通不过检查：

- **可读**：明文，偷走数据库、硬盘或者备份的人能读到。
- **内部**：编号和相互引用，不含人和事，但能看出哪几行属于同一件。
- **密封**：只存一个不透明的编号、密文或者带密钥的标记，没有密钥读不出内容。

会话表（django_session）中只有账号编号、时间和加了锁的私钥；解锁的一半只在浏览器的 Cookie 里。
"""
KINDS = (("open", "可读"), ("work", "内部"), ("sealed", "密封"))


def permits_page() -> str:
    """docs/generated/permits.md: the permit map, as a secretary can read it."""
    lines = [PERMITS_HEADING]
    permits = permit_map().values()
    for house, of_house in groupby(permits, key=lambda permit: permit.act.split(".")[0]):
        lines += [f"## {_house_name(house)}\n", "| 事项 | 由谁 | 还须 | 依据 |", "|---|---|---|---|"]
        lines += [_permit_row(permit) for permit in of_house]
        lines.append("")
    return "\n".join(lines)


def _permit_row(permit: Permit) -> str:
    conditions = [condition_sentence(condition) for condition in permit.conditions]
    conditions += ["可跨机关"] if permit.beyond_own_organ else []
    cells = (f"{permit.label}<br>`{permit.act}`", permit.sentence(), "；".join(conditions), permit.article)
    return "| " + " | ".join(cell or "—" for cell in cells) + " |"


def secrecy_page() -> str:
    """docs/generated/secrecy.md: every field of every table, by what a thief can read of it."""
    lines = [SECRECY_HEADING]
    for house in _houses():
        lines.append(f"## {_house_name(house)}\n")
        for model in sorted(apps.get_app_config(house).get_models(), key=lambda each: each._meta.label):
            lines += _model_lines(model)
    return "\n".join(lines)


def _model_lines(model: type[Model]) -> Iterator[str]:
    yield f"### {model._meta.verbose_name} `{model._meta.db_table}`\n"
    yield "| 类别 | 字段 |\n|---|---|"
    for kind, word in KINDS:
        names = getattr(model.Secrecy, kind)  # type: ignore[attr-defined]
        if names:
            yield f"| {word} | {'、'.join(_named(model, names))} |"
    yield ""


def _named(model: type[Model], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        field = model._meta.get_field(name)
        label = str(field.verbose_name) if isinstance(field, Field) else name
        yield f"`{name}`" if label.isascii() else f"{label} `{name}`"


def _houses() -> Iterator[str]:
    """Our houses that keep records, in the order of the work."""
    for config in apps.get_app_configs():
        if config.name.startswith("yixian.") and any(config.get_models()):
            yield config.label


def _house_name(label: str) -> str:
    return str(apps.get_app_config(label).verbose_name)
