"""The page of one archived file, and its electronic copy from the browser."""

import io
from zipfile import ZipFile

from tests.desk.sitting import page, sit
from tests.reception.township import REPORTER
from tests.resolution.actions.test_filing import closed, put_away
from tests.resolution.casework import ABOUT_SECRETARY
from yixian.resolution.models import FileExport


def address(file, act: str = "") -> str:
    return f"/desk/archive/files/{file.uid}{act and f'/{act}'}"


def test_a_file_is_found_from_the_list_and_from_the_dossier(town):
    file = put_away(town, closed(town))
    client = sit(town, "clerk")

    for start in ("/desk/archive", f"/desk/reports/{file.matter.links.get().report.pk}"):
        assert f'href="{address(file)}"' in page(client.get(start))
    shown = page(client.get(address(file)))

    for told in (file.number, "第1盒第1件", "30年，至2056年12月31日", "还没有导出过", "低保发放"):
        assert told in shown
    assert REPORTER.name not in shown


def test_the_chief_exports_and_the_page_keeps_the_record(town):
    file = put_away(town, closed(town))
    client = sit(town, "chief")

    answer = client.post(address(file, "export-file"), {"reason": "移交县档案馆", "looked_through": "on"})

    content = b"".join(answer)
    assert answer["Content-Type"] == "application/zip"
    assert answer["Cache-Control"] == "no-store"
    assert any(each.endswith("/index.html") for each in ZipFile(io.BytesIO(content)).namelist())
    shown = client.get(address(file)).content.decode()
    assert "移交县档案馆" in shown
    assert FileExport.objects.get().fingerprint in shown.replace("<wbr>", "")


def test_a_missing_reason_is_told_beside_what_was_ticked(town):
    file = put_away(town, closed(town))

    shown = page(
        sit(town, "chief").post(address(file, "export-file"), {"reason": "", "looked_through": "on"})
    )

    assert "请填写导出的理由" in shown
    assert 'id="id_looked_through" checked>' in shown


def test_a_clerk_sees_who_exports_and_gets_nothing(town):
    file = put_away(town, closed(town))
    client = sit(town, "clerk")

    assert "导出电子卷宗" in page(client.get(address(file)))
    assert client.post(address(file, "export-file"), {"reason": "看看"}).status_code == 403
    assert not FileExport.objects.exists()


def test_who_is_near_to_the_reported_side_finds_no_file(town):
    file = put_away(town, closed(town, ABOUT_SECRETARY))

    for who in ("reported", "relative", "colleague"):
        assert sit(town, who).get(address(file)).status_code == 404


def test_a_hold_is_shown_on_the_file_and_in_the_list_until_it_is_lifted(town):
    file = put_away(town, closed(town))
    client = sit(town, "chief")

    held = page(
        client.post(address(file, "hold-file"), {"reason": "当事人正在申诉", "until": ""}, follow=True)
    )

    assert "2026年3月4日起暂缓销毁，没有期限，直到解除。理由：当事人正在申诉" in held
    assert address(file, "hold-file") not in held
    assert "，暂缓销毁</td>" in page(client.get("/desk/archive"))
    lifted = page(client.post(address(file, "lift-hold"), {"reason": "申诉已经办结"}, follow=True))
    assert "起暂缓销毁，没有期限" not in lifted
    assert [each in lifted for each in ("当事人正在申诉", "申诉已经办结")] == [True, True]


def test_a_longer_term_is_shown_with_what_it_was(town):
    file = put_away(town, closed(town))

    answer = sit(town, "chief").post(
        address(file, "extend-retention"), {"years": "ever", "reason": "有长期查考价值"}, follow=True
    )

    shown = page(answer)
    assert "已改为永久保管" in shown
    assert "保管期限由2056年12月31日延长至永久" in shown
    assert address(file, "extend-retention") not in shown


def test_a_refusal_keeps_what_was_typed(town):
    file = put_away(town, closed(town))

    shown = page(
        sit(town, "chief").post(
            address(file, "hold-file"), {"reason": f"给{REPORTER.name}", "until": "2026-05-01"}
        )
    )

    assert "会暴露举报人" in shown
    assert 'value="2026-05-01"' in shown
