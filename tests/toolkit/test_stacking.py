"""A row of many columns tells on each cell which column it is; the rest is left alone."""

from django.template import Context, Template

HEAD = "".join(f'<th scope="col">{name}</th>' for name in ("编号", "事由", "<abbr>状态</abbr>", "期限"))
ROW = '<tr><td class="tight">1</td><td>水渠</td><td>已受理</td><td>—</td>'


def rows(more: str, cell: str) -> str:
    table = f"<thead><tr>{HEAD}{more}</tr></thead><tbody>{ROW}{cell}</tr></tbody>"
    return Template(f'{{% load face %}}{{% rows label="台账" %}}{table}{{% endrows %}}').render(Context())


def test_each_cell_of_a_long_row_has_the_name_of_its_column() -> None:
    told = rows("<th>承办人</th>", "<td>丙</td>")

    assert '<table data-list class="stacks">' in told
    assert '<td data-label="编号" class="tight">1</td>' in told
    assert '<td data-label="状态">已受理</td>' in told
    assert '<td data-label="承办人">丙</td>' in told


def test_a_short_row_and_one_that_spans_columns_stay_as_they_are() -> None:
    assert "data-label" not in rows("", "")
    assert "data-label" not in rows("<th>承办人</th>", '<td colspan="2">合计</td>')
