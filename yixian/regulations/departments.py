"""Who takes what is outside the commission's scope, with a reason that can be read to the petitioner.

The fields are the fifteen of petition work; ``catalogues/departments.csv`` gives each field's
department and the narrower topics that belong elsewhere. A county with other names gives its own text to
``parse_departments``.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from yixian.regulations.articles import Article
from yixian.regulations.petition_regulations import PRINCIPLES
from yixian.regulations.words import Word

ANY_TOPIC = ""


class PetitionField(Word):
    """The stored value is the Chinese word itself, which ``language`` proposes and the roster stores."""

    URBAN = "城乡建设", "城乡建设"
    PARTY = "党务政务", "党务政务"
    LAND = "国土资源", "国土资源"
    ENVIRONMENT = "环境保护", "环境保护"
    DISCIPLINE = "纪检监察", "纪检监察"
    TRANSPORT = "交通运输", "交通运输"
    ECONOMY = "经济管理", "经济管理"
    TECHNOLOGY = "科技与信息产业", "科技与信息产业"
    CIVIL_AFFAIRS = "民政", "民政"
    FARMING = "农村农业", "农村农业"
    TRADE = "商贸旅游", "商贸旅游"
    HEALTH = "卫生计生", "卫生计生"
    LEGAL = "政法", "政法"
    EDUCATION = "教育文体", "教育文体"
    LABOUR = "劳动和社会保障", "劳动和社会保障"
    OTHER = "其他", "其他"


@dataclass(frozen=True, slots=True)
class DepartmentProposal:
    """The department, the matters for which it answers, and whether the topic itself was known."""

    field: PetitionField
    department: str
    matters: str
    exact: bool
    article: Article = PRINCIPLES

    def sentence(self) -> str:
        """To be read to the petitioner as it stands."""
        return self.sentence_of(self.department)

    def sentence_of(self, department: str) -> str:
        """The same with the name that the county's own department bears."""
        return (
            f"您反映的属于{self.matters}，由{department}负责，"
            f"按照“谁主管、谁负责”转其办理（{self.article.cite()}）。"
        )


class DepartmentsInvalid(ValueError):
    """A list of departments that cannot be used, with the row at fault in Chinese."""


Departments = Mapping[tuple[PetitionField, str], DepartmentProposal]


def parse_departments(lines: Iterable[str]) -> Departments:
    """The list from a csv headed 领域,细类,部门,事项; an empty 细类 is for the whole field."""
    found: dict[tuple[PetitionField, str], DepartmentProposal] = {}
    for number, row in enumerate(csv.DictReader(lines), start=2):
        proposal, topic = read_department(number, row)
        if (proposal.field, topic) in found:
            raise DepartmentsInvalid(f"第{number}行：“{proposal.field.label}／{topic or '全部'}”重复")
        found[proposal.field, topic] = proposal
    missing = [field.label for field in PetitionField if (field, ANY_TOPIC) not in found]
    if missing:
        raise DepartmentsInvalid(f"缺少{'、'.join(missing)}的主管部门")
    return MappingProxyType(found)


def read_department(number: int, row: Mapping[str, str]) -> tuple[DepartmentProposal, str]:
    try:
        field, topic = PetitionField.labelled(row["领域"].strip()), row["细类"].strip()
        department, matters = row["部门"].strip(), row["事项"].strip()
    except KeyError as missing:
        raise DepartmentsInvalid(f"第{number}行：缺少“{missing.args[0]}”一列") from None
    except ValueError as fault:
        raise DepartmentsInvalid(f"第{number}行：{fault}") from None
    if not department or not matters:
        raise DepartmentsInvalid(f"第{number}行：部门和事项都要填写")
    return DepartmentProposal(field, department, matters, exact=bool(topic)), topic


@cache
def departments() -> Departments:
    """The shipped list."""
    source = files("yixian.regulations") / "catalogues" / "departments.csv"
    return parse_departments(source.read_text(encoding="utf-8").splitlines())


def department_for(
    field: PetitionField, topic: str = ANY_TOPIC, *, among: Departments | None = None
) -> DepartmentProposal:
    """The department for a topic of the field, or else for the field as a whole; always an answer."""
    known = departments() if among is None else among
    return known.get((field, topic), known[field, ANY_TOPIC])
