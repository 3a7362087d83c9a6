import pytest

from yixian.toolkit.folders import FolderProblem, check_target, whole_folder


def has_mark(folder):
    return (folder / "记号").is_file()


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_the_folder_appears_whole_when_the_work_is_done(tmp_path):
    with whole_folder(tmp_path / "结果", is_ours=has_mark) as draft:
        (draft / "甲.csv").write_text("甲")
        assert not (tmp_path / "结果").exists()

    assert names(tmp_path) == ["结果"]
    assert names(tmp_path / "结果") == ["甲.csv"]


def interrupted(target):
    with whole_folder(target, is_ours=has_mark) as draft:
        (draft / "记号").write_text("新")
        raise KeyboardInterrupt


def test_an_interruption_leaves_nothing_behind(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "结果")

    assert names(tmp_path) == []


def test_an_interruption_leaves_the_earlier_result_as_it_was(tmp_path):
    (tmp_path / "结果").mkdir()
    (tmp_path / "结果" / "记号").write_text("旧")

    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "结果")

    assert (tmp_path / "结果" / "记号").read_text() == "旧"
    assert names(tmp_path) == ["结果"]


def test_our_own_earlier_result_is_replaced_whole(tmp_path):
    (tmp_path / "结果").mkdir()
    (tmp_path / "结果" / "记号").write_text("旧")
    (tmp_path / "结果" / "多余").write_text("旧")

    with whole_folder(tmp_path / "结果", is_ours=has_mark) as draft:
        (draft / "记号").write_text("新")

    assert names(tmp_path / "结果") == ["记号"]
    assert (tmp_path / "结果" / "记号").read_text() == "新"
    assert names(tmp_path) == ["结果"]


def test_an_empty_folder_may_be_used(tmp_path):
    (tmp_path / "结果").mkdir()

    check_target(tmp_path / "结果", is_ours=has_mark)


def refusal(target):
    with pytest.raises(FolderProblem) as caught:
        check_target(target, is_ours=has_mark)
    return str(caught.value)


def test_a_folder_with_other_things_in_it_is_never_overwritten(tmp_path):
    (tmp_path / "照片.jpg").touch()

    assert refusal(tmp_path) == f"文件夹“{tmp_path}”已有其他内容，为免覆盖，请换一个新的文件夹名称。"


def test_a_file_of_that_name_is_not_overwritten(tmp_path):
    (tmp_path / "结果").touch()

    assert (
        refusal(tmp_path / "结果") == f"“{tmp_path / '结果'}”是一个文件，不能用作输出文件夹，请换一个名称。"
    )


def test_missing_folders_above_are_made(tmp_path):
    with whole_folder(tmp_path / "二〇二六" / "三月", is_ours=has_mark) as draft:
        (draft / "记号").touch()

    assert names(tmp_path / "二〇二六") == ["三月"]


def test_an_interruption_takes_away_the_folders_made_above(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "二〇二六" / "三月" / "结果")

    assert names(tmp_path) == []


def test_a_folder_cannot_be_made_under_a_file(tmp_path):
    (tmp_path / "文").touch()

    sentence = f"“{tmp_path / '文'}”是一个文件，不能在其下建立输出文件夹，请换一个位置。"
    assert refusal(tmp_path / "文" / "结果") == sentence


def test_a_file_that_somebody_has_open_is_named(tmp_path):
    (tmp_path / "记号").touch()
    (tmp_path / "~$ledger.xlsx").touch()

    assert (
        refusal(tmp_path) == f"“{tmp_path}”中有文件正被打开（~$ledger.xlsx），请先关闭 Excel、WPS 或 Word。"
    )
