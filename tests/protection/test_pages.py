"""The generated pages say what the code does."""

from django.apps import apps

from tests.house.rules.secrecy import readable_seals, unclassified
from yixian.protection.pages import permits_page, secrecy_page
from yixian.protection.permits import permit_map


def own_models():
    return [
        model
        for house in ("trail", "vault", "protection")
        for model in apps.get_app_config(house).get_models()
    ]


def test_every_act_stands_on_the_permits_page_once():
    page = permits_page()

    assert [act for act in permit_map() if page.count(f"`{act}`") != 1] == []


def test_a_line_says_who_and_on_what_condition_and_by_which_article():
    line = next(line for line in permits_page().splitlines() if "`protection.grant_identity`" in line)

    assert line == (
        "| 批准查看举报人身份<br>`protection.grant_identity` | 身份保管人、纪委书记 "
        "| 须由申请人以外的另一人批准 | 《纪检监察机关处理检举控告工作规则》第四十七条 |"
    )


def test_every_table_and_field_of_these_houses_stands_on_the_secrecy_page():
    page = secrecy_page()

    missing = [
        f"{model._meta.db_table}.{field.name}"
        for model in own_models()
        for field in model._meta.local_concrete_fields
        if f"`{model._meta.db_table}`" not in page or f"`{field.name}`" not in page
    ]
    assert missing == []


def test_every_field_of_these_houses_is_classified_and_no_sealed_one_could_hold_text():
    assert (unclassified(own_models()), readable_seals(own_models())) == ([], [])


def test_ciphertext_is_told_as_sealed():
    section = secrecy_page().split("`vault_sealeditem`")[1].split("###")[0]

    assert "| 密封 | 密文 `ciphertext` |" in section
