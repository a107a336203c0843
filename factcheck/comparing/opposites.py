"""Words that take a side: what goes on or is stopped, what rises or falls, who wins or loses.

The classes are of the language, not of a trade. A class holds verbs with their inflected forms, the nouns
made of them, and their Chinese counterparts in folded script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from factcheck.comparing.inflection import forms


class Axis(StrEnum):
    """What a pair of opposite predicates is about."""

    GOING = "going"
    """Goes on, is allowed, is in force, is affirmed; against stopped, forbidden, refused, denied."""
    CHANGE = "change"
    ORDER = "order"
    FAVOUR = "favour"
    PROFIT = "profit"
    WINNING = "winning"
    MEMBERSHIP = "membership"
    INCLUSION = "inclusion"
    OPENING = "opening"
    WIDTH = "width"
    STAFF = "staff"
    SCHEDULE = "schedule"
    STANCE = "stance"
    SUPPLY = "supply"
    STRENGTH = "strength"


class Force(StrEnum):
    """How a word of Axis.GOING takes part in a chain such as "refused to lift the ban"."""

    NEGATOR = "negator"
    """not, no, without; 不, 未, 没有: turns what it governs, and says nothing where it governs nothing."""
    FULL = "full"
    """approve, reject, suspend; 批准, 驳回, 暂停."""
    LIFTING = "lifting"
    """revoke, scrap, suspend; 撤销, 废除, 暂停: a full word that a restriction may be the object of."""
    MILD = "mild"
    """continue, start, agree; 继续, 开始, 同意: affirms, and denies nothing by being absent."""
    RESTRICTION = "restriction"
    """ban, curbs, sanctions; 禁令, 管制: what others lift or impose; alone it denies little."""
    LEVER = "lever"
    """lift, ease, tighten, impose; 放宽, 收紧: takes a side only towards a restriction."""
    PLAIN = "plain"
    """A word of another axis."""


@dataclass(frozen=True, slots=True)
class SideWord:
    """A word at [start, end) that takes the side `sign`, +1 or -1 (0: neither rises nor falls), on an axis."""

    start: int
    end: int
    axis: Axis
    sign: int
    force: Force = Force.PLAIN


_GOING_ENGLISH: dict[tuple[Force, int], str] = {
    (Force.FULL, 1): (
        "approve, allow, permit, authorise, authorize, grant, greenlight, resume, restore,"
        " reinstate, uphold, renew, ratify, enact, confirm, admit, acknowledge, concede, pass into law, sign into"
        " law, let, enable, succeed, =approval, =authorisation, =authorization, =resumption, =restoration,"
        " =green light, =in force, =in effect, =in place, =remains valid, =cleared to, =cleared for, =allowed,"
        " =successful, =successfully, =go-ahead, =confirmation"
    ),
    (Force.MILD, 1): (
        "continue, keep, maintain, retain, start, begin, launch, agree, accept, proceed, carry on, press ahead,"
        " go ahead, license, licence, stick to, set up, honour, honor, comply, insist"
    ),
    (Force.FULL, -1): (
        "stop, halt, cease, discontinue, refuse, turn down, rule out, ban, bar, prohibit, forbid, outlaw, disallow,"
        " deny, refute, disclaim, cut off, call off, pull out of, back out of, recall, fail, collapse, withhold,"
        " =rejection, =refusal, =cancellation, =denial, =stoppage, =failure, =failures, =unsuccessful, rebuff,"
        " =unsuccessfully, =fell through, =falls through, =in vain, =off the table, =declined to, =declines to,"
        " =declining to, =decline to"
    ),
    (Force.LIFTING, -1): (
        "suspend, terminate, cancel, scrap, abandon, revoke, rescind, repeal, shelve, abolish, reject, block, veto,"
        " dismiss, overturn, end, phase out, freeze, pause, invalidate, annul, strike down, throw out, withdraw,"
        " waive, void, =suspension, =termination, =revocation, =repeal"
    ),
    (Force.RESTRICTION, -1): (
        "=curbs, =curb, =restriction, =restrictions, =limits, =limit, =limited, =limiting, =embargo, =embargoes,"
        " =sanction, =sanctions, =moratorium, =prohibition, =blacklist, =blacklisted, =export controls,"
        " =export control, =price controls, =capital controls, =cap, =caps, =capped, =restricts, =restrict,"
        " =restricted, =restricting, =entity list, =tariff, =tariffs, =trade barriers, =trade barrier, =quota"
    ),
    (Force.LEVER, -1): "lift, ease, relax, loosen, soften, remove, roll back, dismantle, unwind, undo, drop",
    (Force.LEVER, 1): (
        "tighten, impose, reimpose, strengthen, step up, extend, introduce, toughen, bolster, enforce, expand, slap"
    ),
}
_GOING_CHINESE: dict[tuple[Force, int], str] = {
    (Force.FULL, 1): (
        "批准 核准 准许 允许 获准 获批 放行 恢复 复工 复产 复航 复飞 复牌 重启 解禁 松绑 开绿灯 予以许可 准予 授权"
        " 表决通过 获通过 获得通过 通过了 承认 证实 确认 坦承 有效 生效 维持原判 得以 成功 开放 照准 获发 核发 继续有效"
    ),
    (Force.MILD, 1): "许可 继续 持续 维持 保留 延续 照常 开始 启动 同意 接受 推进 推动 坚持 仍在 遵守 履行",
    (Force.FULL, -1): (
        "停止 撤回 召回 叫停 喊停 停产 停售 停工 停飞 停供 停运 收回 中断 禁止 禁售 封杀 拒绝 回绝 婉拒"
        " 不予 不得 不准 不许 严禁 阻止 阻挡 否认 驳斥 辟谣 反驳 失败 未能 落空 告吹 破局 破裂 流产 退回 不批"
        " 切断 断供 剔除 罢免"
    ),
    (Force.LIFTING, -1): (
        "终止 中止 暂停 取消 撤销 废除 废止 搁置 冻结 放弃 驳回 否决 吊销 作废 失效 推翻 判定无效 无效 终结 免除"
    ),
    (
        Force.RESTRICTION,
        -1,
    ): "禁令 限制 限令 管制 管控 封锁 制裁 禁运 上限 黑名单 实体清单 壁垒 关税 配额 限购 限售",
    (Force.LEVER, -1): "解除 放松 放宽 移除 缓解 松动",
    (Force.LEVER, 1): "收紧 加强 强化 实施 施加 加码 升级 扩大 祭出 加征 追加 颁布 发布 下达 延长 出台",
}
_ENGLISH: dict[tuple[Axis, int], str] = {
    (Axis.CHANGE, 1): (
        "rise, grow, increase, surge, jump, climb, gain, expand, double, triple, soar, raise, improve, boost, rally,"
        " rebound, recover, accelerate, swell, escalate, multiply, edge up, tick up, pick up, go up, step up,"
        " ramp up, hike, =growth, =higher, =upturn, =upgraded, =upgrade, =record high, =quadrupled, skyrocket, inch up"
    ),
    (
        Axis.CHANGE,
        0,
    ): "=unchanged, =flat, =steady, stagnate, hold steady, =little changed, =level with",
    (Axis.CHANGE, -1): (
        "fall, decline, decrease, drop, plunge, slump, shrink, slide, cut, reduce, tumble, contract, trim, slash, sink,"
        " dip, slip, dwindle, plummet, sag, edge down, tick down, go down, retreat, ebb, diminish, halve, scale back,"
        " lower, shed, nosedive, =reduction, =downturn, =downgraded, =downgrade, =lower, inch down, weaken, crash"
    ),
    (Axis.ORDER, 1): (
        "exceed, surpass, outperform, overtake, outsell, top, beat, outpace, outstrip, lead, =ahead of, =above, =higher than,"
        " =greater than, =more than, =faster than, =larger than, =better than, =over and above, =in front of"
    ),
    (Axis.ORDER, -1): (
        "lag, trail, underperform, =behind, =lower than, =less than, =fewer than, =slower than, =smaller than,"
        " =worse than, =below, =short of, miss, =inferior to, =undershot"
    ),
    (
        Axis.FAVOUR,
        1,
    ): "support, back, favour, favor, welcome, praise, endorse, applaud, advocate, champion, commend",
    (Axis.FAVOUR, -1): (
        "oppose, criticise, criticize, condemn, object to, protest, denounce, decry, =against, blast, slam, resist"
    ),
    (
        Axis.PROFIT,
        1,
    ): "=profit, =profits, =profitable, =in the black, =net income, =net profit, =surplus, =profitability",
    (
        Axis.PROFIT,
        -1,
    ): "=loss, =losses, =loss-making, =in the red, =net loss, =deficit, =unprofitable, =lost money",
    (Axis.WINNING, 1): "win, defeat, triumph, prevail, =victory, =victorious, clinch",
    (Axis.WINNING, -1): "lose, concede defeat, succumb, =knocked out, =beaten, =defeated by",
    (Axis.MEMBERSHIP, 1): "join, enter, rejoin, accede to, =accession",
    (
        Axis.MEMBERSHIP,
        -1,
    ): "leave, quit, exit, withdraw from, pull out of, resign, step down, depart, =departure, defect",
    (Axis.INCLUSION, 1): "include, contain, cover, apply to, comprise, =inclusive, =subject to",
    (Axis.INCLUSION, -1): "exclude, exempt, omit, leave out, =exempt, =exclusive, =exemption, =excluding",
    (Axis.OPENING, 1): "open, reopen, unveil, inaugurate",
    (Axis.OPENING, -1): "close, shut, shutter, =closure, =shutdown, close down, shut down",
    (Axis.WIDTH, 1): "widen, broaden, deepen",
    (Axis.WIDTH, -1): "narrow",
    (Axis.STAFF, 1): "hire, recruit, take on staff, =hiring, add jobs, create jobs, employ",
    (Axis.STAFF, -1): (
        "lay off, dismiss staff, =layoffs, =lay-offs, fire, =job cuts, =redundancies, axe jobs, cut jobs, sack"
    ),
    (
        Axis.SCHEDULE,
        1,
    ): "=ahead of schedule, bring forward, =earlier than planned, =earlier than expected, =brought forward",
    (
        Axis.SCHEDULE,
        -1,
    ): "delay, postpone, defer, put off, =behind schedule, =later than planned, =later than expected, push back",
    (Axis.STANCE, 1): "=hawkish, =tightening, =contractionary, =restrictive policy",
    (Axis.STANCE, -1): "=dovish, =easing, =accommodative, =expansionary, =loosening",
    (Axis.SUPPLY, 1): "=glut, =oversupply, =oversupplied, =overcapacity, =excess supply, =ample",
    (Axis.SUPPLY, -1): "=shortage, =shortages, =undersupply, =short supply, =scarce, =scarcity, =sold out",
    (Axis.STRENGTH, 1): "appreciate, strengthen",
    (Axis.STRENGTH, -1): "depreciate, weaken, devalue, =depreciation",
}
_CHINESE: dict[tuple[Axis, int], str] = {
    (Axis.CHANGE, 1): (
        "增长 增加 上升 上涨 攀升 暴涨 提高 提升 增至 升至 跃升 翻倍 激增 大增 走高 增产 成长 上调 上修 回升 反弹 走升 扬升"
        " 飙升 飙涨 涨至 上扬 劲升 劲扬 同比增(?![加长幅]) 环比增(?![加长幅]) 月升 年升 季升 连升 连涨 年增(?![加长幅]) 月增(?![加长幅]) 季增(?![加长幅]) 微升 微增 小升 小涨 微涨 加薪"
        " 涨价 调升 调高 升温 回暖 复苏 创新高 新高 加息 升息 调涨 增高 扩产 加码"
    ),
    (Axis.CHANGE, 0): "持平 不变 平盘 按兵不动 维持不动 原地踏步 停滞",
    (Axis.CHANGE, -1): (
        "下降 下滑 下跌 暴跌 减少 削减 缩减 缩水 跌至 降至 降低 衰退 萎缩 减产 大跌 走低 下调 下修 缩小 回落 滑落 走跌 走软"
        " 同比降 同比减(?![少幅]) 环比降 环比减(?![少幅]) 月跌 年跌 季跌 连跌 连降 年减(?![少幅]) 月减(?![少幅]) 季减(?![少幅]) 微降 微跌 微减 小跌 锐减 骤降 骤减 减薪 降价 调降 调低"
        " 降温 创新低 新低 降息 减息 重挫 跳水 腰斩 减半 砍 疲软 调减 滑坡"
    ),
    (Axis.ORDER, 1): "超过 超越 超出 高于 领先 胜过 大于 优于 快于 多于 强于 好于 高过 赶超 反超 突破 逾越",
    (Axis.ORDER, -1): "落后 低于 不及 逊于 小于 慢于 少于 不如 弱于 低过 差于 不敌 逊色 跌破 未达",
    (Axis.FAVOUR, 1): "支持 赞成 欢迎 称赞 赞扬 拥护 认同 力挺 声援 肯定 赞赏 倡导",
    (Axis.FAVOUR, -1): "反对 批评 谴责 抨击 抗议 不满 抵制 痛批 质疑 炮轰 斥责 不赞成",
    (Axis.PROFIT, 1): "盈利 获利 扭亏 净利 纯益 盈余 顺差 净利润 转盈 赚钱",
    (Axis.PROFIT, -1): "亏损 转亏 净损 净亏 由盈转亏 赤字 逆差 赔钱",
    (Axis.WINNING, 1): "获胜 击败 胜出 打赢 胜诉 夺冠 胜选 当选 赢得 战胜",
    (Axis.WINNING, -1): "落败 输给 败给 败诉 落选 败选 失利 不敌 输掉 失守",
    (Axis.MEMBERSHIP, 1): "加入 进入 入会 进军 入盟 回归",
    (Axis.MEMBERSHIP, -1): "退出 离开 撤出 退群 脱离 退会 离职 辞职 下台 请辞 撤资 退场",
    (Axis.INCLUSION, 1): "包括 包含 涵盖 纳入 适用 列入",
    (Axis.INCLUSION, -1): "排除 豁免 不含 除外 免征 不包括 不适用 剔除",
    (Axis.OPENING, 1): "开业 开幕 开馆 启用 开张 开门 揭幕 落成 重开",
    (Axis.OPENING, -1): "关闭 关厂 歇业 倒闭 停业 关门 关停 闭馆 结业",
    (Axis.WIDTH, 1): "扩大 拉大 扩阔 加剧",
    (Axis.WIDTH, -1): "收窄 缩小 缩窄 收敛",
    (Axis.STAFF, 1): "招聘 招募 增聘 扩编 增员 征才 录用 扩招",
    (Axis.STAFF, -1): "裁员 解雇 资遣 裁撤 减员 遣散 裁减 开除",
    (Axis.SCHEDULE, 1): "提前 提早 超前 早于",
    (Axis.SCHEDULE, -1): "推迟 延后 延迟 延期 延误 押后 晚于 推延 顺延 迟到 递延",
    (Axis.STANCE, 1): "鹰派 紧缩",
    (Axis.STANCE, -1): "鸽派 宽松",
    (Axis.SUPPLY, 1): "过剩 供过于求 充足",
    (Axis.SUPPLY, -1): "短缺 供不应求 紧缺 缺货 缺口 售罄 不足 吃紧",
    (Axis.STRENGTH, 1): "升值 走强 转强",
    (Axis.STRENGTH, -1): "贬值 走弱 转弱",
}
_NEGATOR_ENGLISH = re.compile(
    r"\b(?:not(?! only\b| just\b| merely\b| least\b| more than\b| less than\b| exceed\w*| necessarily\b| yet clear\b"
    r"| surprising|[^.;,]{0,60}\buntil\b| comment\b| respond\b| immediately\b| disclose\b| alone\b)"
    r"|no(?! (?:later|more|less|fewer|sooner|doubt|matter|comment|wonder|higher|lower)\b|\. ?\d)"
    r"|never|neither|nor|none|nobody|nothing|without|cannot|lack(?:s|ed|ing)?|(?:has|have|had|is|are) yet to|unable to"
    r"|rather than|instead of|far from|(?:is|are|was|were|do|does|did|has|have|had|would|could|should|ca|wo)n't"
    r"(?![^.;,]{0,60}\buntil\b| comment\b| respond\b))\b",
    re.ASCII,
)
_NEGATOR_CHINESE = re.compile(
    r"不(?!过|仅|但|只|光|断|单|同|少|久|论|管|如|妨|止|得|外乎|乏|足|到|变|动产|明|锈|等|良|利|确定|满|必|料|幸"
    r"|及|佳|振|错|超过|高于|低于|少于|多于|大于|小于|准|许|予|批|敌|排除|约而同|敷|再是|景气|由|含|包括|适用|禁|安|在意|俗|法|当)"
    r"|没有?(?![收落])|(?<![正恰])(?:并非|绝非|而非|从未|尚未|未曾|未获|未经|未有|未再|未见|未予)"
    r"|未(?![来必免知成婚满央达能详至]|置评|回应|披露|公布|透露)"
    r"|(?:并|毫|尚|暂|仍|绝|目前)无|无(?=[意法权缘望须需力从]|任何|一[人家个项名间款])|绝不|否则"
)
_NOT_NEGATING = frozenset({"否则"})
_GUARDS: dict[str, re.Pattern[str]] = {
    "end": re.compile(r"(?:\bto|\bwill|\bwould|\bmust|\bnot|\bmay|\bcould|\bshould|\band|\bor) $"),
    "ends": re.compile(r"(?<!both)(?<!the) $"),
    "back": re.compile(r"(?:\bto|\bwill|\bwould|\bnot|\bthey|\bwe|\band) $"),
    "top": re.compile(r"(?:\bto|\bwill|\bwould|\bnot) $"),
    "lead": re.compile(r"(?:\bto|\bwill|\bwould|\bnot) $"),
    "license": re.compile(r"(?:\bto|\bwill|\bnot) $"),
    "licence": re.compile(r"(?!)"),
    "profit": re.compile(r"(?<!gross )(?<!operating )(?<!trading )$"),
    "profits": re.compile(r"(?<!gross )(?<!operating )(?<!trading )$"),
    "close": re.compile(r"(?:\bto|\bwill|\bwould|\bnot|\bmust) $"),
    "contract": re.compile(r"(?:\bto|\bwill|\bwould|\bnot) $"),
    "contracts": re.compile(r"(?!)"),
    "lower": re.compile(r"(?:\bto|\bwill|\bwould|\bnot|\bwas|\bwere|\bis|\bare|%) $"),
    "lets": re.compile(r"(?!)"),
    "fire": re.compile(r"(?:\bto|\bwill|\bwould|\bnot) $"),
    "narrow": re.compile(r"(?:\bto|\bwill|\bwould|\bnot) $"),
}
"""What must stand before a form that is more often another word: the end of, the top, a contract."""
_A_NUMBER = re.compile(
    r" (?:about |around )?(?:[$€£¥]|us\$|hk\$|\d|one|two|three|four|five|six|seven|eight|nine|ten|a |half|doubl|tripl)"
)
_FOLLOWED: dict[str, re.Pattern[str]] = {
    "ended": re.compile(
        r" (?:(?:in|on|at) )?(?:the (?:year|quarter|month|week|day|session|period)|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    ),
    "ending": re.compile(r" (?:(?:in|on) )?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|the)"),
    "refused to": re.compile(r" comment"),
    "declined to": re.compile(
        r" (?:comment|say|disclose|elaborate|discuss|be named|name|identify|specify|give)"
    ),
    "cut": re.compile(r" (?:of|off)\b"),
    "more than": _A_NUMBER,
    "less than": _A_NUMBER,
    "fewer than": _A_NUMBER,
}
"""What must not stand behind a form."""


@lru_cache(maxsize=1)
def _english() -> dict[str, list[tuple[str, Axis, int, Force]]]:
    """First word of a form -> the forms that begin with it, longest first."""
    table: dict[str, list[tuple[str, Axis, int, Force]]] = {}
    classes = [(Axis.GOING, sign, force, words) for (force, sign), words in _GOING_ENGLISH.items()]
    classes += [(axis, sign, Force.PLAIN, words) for (axis, sign), words in _ENGLISH.items()]
    for axis, sign, force, words in classes:
        for entry in words.split(","):
            for form in forms(entry.strip()):
                table.setdefault(form.split()[0], []).append((form, axis, sign, force))
    return {first: sorted(known, key=lambda one: -len(one[0])) for first, known in table.items()}


@lru_cache(maxsize=1)
def _chinese() -> tuple[re.Pattern[str], dict[str, list[tuple[Axis, int, Force]]]]:
    """One pattern of all words, longest first under each first character, and what each word says."""
    known: dict[str, list[tuple[Axis, int, Force]]] = {}
    written: set[str] = set()
    classes = [(Axis.GOING, sign, force, words) for (force, sign), words in _GOING_CHINESE.items()]
    classes += [(axis, sign, Force.PLAIN, words) for (axis, sign), words in _CHINESE.items()]
    for axis, sign, force, words in classes:
        for word in words.split():
            written.add(word)
            known.setdefault(word.partition("(")[0], []).append((axis, sign, force))
    heads: dict[str, list[str]] = {}
    for word in sorted(written, key=lambda one: (-len(one.partition("(")[0]), one)):
        heads.setdefault(word[0], []).append(word[1:])
    pattern = "|".join(f"{head}(?:{'|'.join(tails)})" for head, tails in heads.items())
    return re.compile(pattern), known


_WORD = re.compile(r"[a-z][a-z-]*")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def side_words(folded: str) -> list[SideWord]:
    """The words of a folded text that take a side, in order; one word may stand on two axes."""
    found = [
        SideWord(match.start(), match.end(), Axis.GOING, -1, Force.NEGATOR)
        for match in _NEGATOR_ENGLISH.finditer(folded)
    ]
    found += _english_words(folded)
    if _HAN.search(folded):
        found += [
            SideWord(match.start(), match.end(), Axis.GOING, -1, Force.NEGATOR)
            for match in _NEGATOR_CHINESE.finditer(folded)
            if match.group() not in _NOT_NEGATING
        ]
        pattern, known = _chinese()
        found += [
            SideWord(match.start(), match.end(), *said)
            for match in pattern.finditer(folded)
            for said in known[match.group()]
        ]
    return sorted(_without_inner(found), key=lambda word: (word.start, -word.end))


def _without_inner(found: list[SideWord]) -> list[SideWord]:
    """Without the negations that are but a part of another word: 按兵不动, fail to."""
    taken = [(word.start, word.end) for word in found if word.force is not Force.NEGATOR]
    return [
        word
        for word in found
        if word.force is not Force.NEGATOR
        or not any(start < word.end and word.start < end for start, end in taken)
    ]


def _english_words(folded: str) -> Iterator[SideWord]:
    table, resume = _english(), 0
    for match in _WORD.finditer(folded):
        entries = table.get(match.group()) if match.start() >= resume else None
        if not entries:
            continue
        start, taken = match.start(), 0
        for form, axis, sign, force in entries:
            if taken and len(form) < taken:
                break
            if _stands(folded, start, form):
                taken = len(form)
                yield SideWord(start, start + taken, axis, sign, force)
        resume = start + taken


def _stands(folded: str, start: int, form: str) -> bool:
    end = start + len(form)
    if not folded.startswith(form, start) or (folded[end : end + 1].isalpha() and folded[end].isascii()):
        return False
    before, behind = _GUARDS.get(form), _FOLLOWED.get(form)
    if before is not None and not before.search(folded[max(0, start - 12) : start]):
        return False
    return behind is None or not behind.match(folded, end)
