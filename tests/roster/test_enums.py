"""The roster's words agree with the words of its neighbours."""

from yixian.roster.enums import FIELDS, Role


def test_the_nine_roles_have_their_official_names():
    assert [role.label for role in Role] == [
        "接访员",
        "承办人",
        "纪委书记",
        "身份保管人",
        "会商成员",
        "审计员",
        "管理员",
        "上级督办",
        "统计员",
    ]


def test_a_field_of_work_is_stored_as_the_word_that_language_proposes():
    assert [field.value for field in FIELDS] == [field.label for field in FIELDS]
    assert len(FIELDS) == 15
