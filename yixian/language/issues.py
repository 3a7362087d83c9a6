"""Which issues an accusation raises, by the rubric's names. Words decide; the most spoken of comes first."""

# ruff: noqa: E501 (word lists are read across, like a dictionary)

import re

ISSUES: dict[str, str] = {
    "集体资金资产": r"集体(?:资金|资产|经济|土地|财产|收入)|村(?:账|务|财务|集体)|账目|账务|白条|复垦费|侵吞|侵占集体|截留|套取|挪用|亏空|小金库|公款|清账|查账|私分|贱卖|变卖",
    "惠民补贴优亲厚友": r"低保|贫困户|扶贫|危房改造|惠农|五保|直补|救助|优亲厚友|补贴.{0,8}(?:亲|冒领|虚报)|粮补",
    "索贿受贿吃拿卡要": r"受贿|行贿|索贿|收受|贿赂|好处费|红包|回扣|吃拿卡要|送礼|收黑钱|吃喝|宴请",
    "乱收费": r"乱收费|违规收费|强制收费|强制.{0,6}(?:收|消费|交费)|捆绑|有偿补课|补课.{0,10}收费|摊派|收取.{0,10}(?:补课|资料|择校)费|课后服务.{0,20}(?:强|自愿)",
    "征地拆迁补偿": r"征地|拆迁|征收|安置|补偿款|征拆|强拆|强征|土地款|划拨",
    "工程招投标": r"招标|投标|中标|围标|串标|发包|转包|政府采购|豆腐渣|工程款",
    "选举换届与用人": r"选举|换届|贿选|拉票|招聘|招考|考编|面试|内定|录用|筹备组|筹建|任人唯亲|提拔|评选|职称|考试.{0,12}(?:不公|作弊|泄题)",
    "作风粗暴漠视群众": r"态度(?:恶劣|差|极差|蛮横)|恐吓|威胁|殴打|打人|辱骂|刁难|蛮横|粗暴|野蛮|漠视|不理不睬|推诿|踢皮球|敷衍|嚣张|作威作福|暴力",
    "失职渎职包庇": r"不作为|乱作为|失职|渎职|玩忽职守|包庇|袒护|保护伞|纵容|偏袒|徇私|枉法|勾结|官商|执法不力|执法不严|监管不力|伪造|滥用职权|违法受理|拒不|放任|不立案",
    "生活作风": r"赌博|赌球|嫖|出轨|婚外|情妇|包养|不正当(?:男女)?关系|吸毒|作风不正|酗酒",
}
OTHER = "其他"
MOST = 4
_PATTERNS = {name: re.compile(words) for name, words in ISSUES.items()}
_SUBJECT_WEIGHT = 3
_ENOUGH = 2  # mentions (a subject's counts three) before an issue is more than a passing word


def issues(subject: str, detail: str) -> tuple[str, ...]:
    """Names of the issues, strongest first; 其他 if no list of words speaks."""
    weights = {name: _weight(pattern, subject, detail) for name, pattern in _PATTERNS.items()}
    strong = sorted((name for name in weights if weights[name] >= _ENOUGH), key=lambda name: -weights[name])
    weak = sorted((name for name in weights if weights[name]), key=lambda name: -weights[name])[:1]
    return tuple((strong or weak)[:MOST]) or (OTHER,)


def _weight(pattern: re.Pattern[str], subject: str, detail: str) -> int:
    return len(pattern.findall(detail)) + _SUBJECT_WEIGHT * len(pattern.findall(subject))
