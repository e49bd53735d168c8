"""Briefs for the writers' tests: five as an officer would write them, and any that there can be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from hypothesis import strategies as st

from briefing.model.brief import (
    Block,
    Brief,
    Cell,
    Heading,
    Inline,
    Note,
    Notes,
    Page,
    PageField,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)

# --- a short hand for briefs --------------------------------------------------------------------

_SIGNS = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|__(?P<italic>.+?)__|<<(?P<note>.+?)>>|\[\[(?P<mark>.+?)\]\]"
    r"|\{(?P<language>[a-zA-Z-]+):(?P<foreign>.+?)\}|~~(?P<gap>.+?)~~|@(?P<href>https://\S+?)@"
)


def inlines(text: str) -> tuple[Inline, ...]:
    """``**bold**``, ``__italic__``, ``<<note>>``, ``[[mark]]``, ``{pl:obcy}``, ``~~gap~~``,
    ``@https://link@``."""
    made: list[Inline] = []
    end = 0
    for match in _SIGNS.finditer(text):
        if match.start() > end:
            made.append(Run(text[end : match.start()]))
        end = match.end()
        said = match.groupdict()
        if said["note"]:
            made.append(Note(tuple(e for e in inlines(said["note"]) if isinstance(e, Run))))
        elif said["foreign"]:
            made.append(Run(said["foreign"], italic=True, language=said["language"]))
        elif said["href"]:
            made.append(Run(said["href"].removeprefix("https://"), href=said["href"]))
        else:
            kind, words = next((k, w) for k, w in said.items() if w)
            made.append(Run(words, **{kind: True}))  # type: ignore[arg-type]
    if end < len(text):
        made.append(Run(text[end:]))
    return tuple(made)


def h(level: int, text: str) -> Heading:
    return Heading(level, inlines(text))


def p(text: str, style: ParagraphStyle = ParagraphStyle.NORMAL) -> Paragraph:
    return Paragraph(style, inlines(" ".join(text.split())))


def points(*texts: str, style: ParagraphStyle = ParagraphStyle.BULLET) -> tuple[Paragraph, ...]:
    return tuple(p(each, style) for each in texts)


def _cell(text: str, header: bool = False) -> Cell:
    return Cell(tuple(p(each) for each in text.split(" / ") if each), header)


def header_block(*rows: tuple[str, str]) -> Table:
    made = tuple((_cell(label, True), _cell(value)) for label, value in rows)
    return Table(TableStyle.HEADER, made, (0.18, 0.82))


def grid(head: str, rows: Iterable[str], widths: tuple[float, ...]) -> Table:
    """Cells are parted by ``|``, paragraphs in them by a slash between spaces."""
    top = tuple(_cell(each.strip(), True) for each in head.split("|"))
    below = (tuple(_cell(each.strip()) for each in row.split("|")) for row in rows)
    return Table(TableStyle.GRID, (top, *below), widths, 1)


LEAD, QUOTE, CAPTION = ParagraphStyle.LEAD, ParagraphStyle.QUOTE, ParagraphStyle.CAPTION
NUMBER, TITLE, SUBTITLE = ParagraphStyle.NUMBER, ParagraphStyle.TITLE, ParagraphStyle.SUBTITLE
EDGES = {
    "header": (Run("Coastal Affairs Desk"),),
    "numbering": (Run("Page "), PageField.NUMBER, Run(" of "), PageField.COUNT),
    "author": "Coastal Affairs Desk",
    "subject": "Briefing note",
}

# --- five briefs --------------------------------------------------------------------------------

FERRY = Brief(
    title="Winter ferry to the outer islands: what to decide before November",
    marking="OFFICIAL",
    keywords=("ferry", "islands"),
    blocks=(
        p("Briefing note", SUBTITLE),
        p("Winter ferry to the outer islands: what to decide before November", TITLE),
        header_block(
            ("To", "The Minister for Transport"),
            ("From", "Coastal Affairs Desk"),
            ("Date", "14 October 2021"),
            ("For", "Decision by 29 October; the timetable goes to print on 2 November"),
        ),
        h(1, "Bottom line"),
        p(
            """The operator will stop the winter service on 1 November unless the subsidy is
            renewed. Renewal for **one season** costs €2.4 million, keeps the hospital boat running
            and leaves time to tender the route properly. We recommend it.""",
            LEAD,
        ),
        h(1, "What happened"),
        p(
            """On 7 October the operator, North Sound Lines, wrote to the harbour offices of all
            four islands that it “can no longer carry the loss of the winter months”.<<Letter of
            7 October, signed by the managing director; not published.>> [[¶ 2]] The
            letter did not give a figure. Its accounts for last year, filed in June, show a loss of
            €1.9 million on the route, two thirds of it between November and March. [[¶ 5]]"""
        ),
        *points(
            "The **Maren** (built 1998) fails her survey in December and needs a new shaft "
            "bearing; the yard at Havnsund quotes 20 days and €310,000. [[¶ 6]]",
            "Fuel is up by 38 per cent since the contract was signed; the contract has no clause "
            "for it. [[¶ 7]]",
            "Passengers fell from 212,000 in 2019 to 141,000 in 2020, and have come back to about "
            "175,000 this year, according to the harbour masters’ own counts. [[¶ 7, reworded]]",
            "Freight has not fallen at all. It pays for a third of the crossing and cannot go by "
            "the fast boat. [[¶ 8]]",
        ),
        h(2, "What the islands say"),
        p(
            """“We have been told every autumn for six years that this is the last one. People here
            have stopped believing it, and the day it is true nobody will be ready.”""",
            QUOTE,
        ),
        p("— Harbour Master Ingunn Wójcik, at the public meeting on Store Ternøy", CAPTION),
        p(
            """The four councils met together for the first time since 2014 and agreed a common
            position: they would accept fewer crossings, not a seasonal closure. They also asked
            that the timetable be fitted to the hospital’s clinic days, Tuesdays and Thursdays,
            which it has not been since the clinic moved. The youngest of the councillors pointed
            out that the school bus has met the wrong boat for three years."""
        ),
        h(2, "What it would cost to do nothing"),
        grid(
            "Item | One season, € | Who pays",
            (
                "Helicopter for the sick, 60 flights | 1,140,000 | Health",
                "Freight by chartered barge | 685,000 | Islands, then claims on Transport",
                "Boarding for 43 pupils on the mainland | 390,500 | Education",
                "Cancelled bookings, compensation | 87,250 | Operator",
                "**Together** | **2,302,750** |",
            ),
            (0.5, 0.2, 0.3),
        ),
        p("Table 1. Our estimate, from last winter’s figures; flights at contract price.", CAPTION),
        h(1, "Options"),
        *points(
            "**Renew for one season** (€2.4 million), and publish a tender in January for five "
            "years from next winter. The money is in the contingency line.",
            "**Renew with fewer crossings** (€1.7 million): two a day in place of four. The "
            "councils would live with it; the operator has said it would need until December to "
            "change the crew agreements.",
            "**Let it lapse.** Cheaper by some €100,000 on paper, paid by other ministries, and "
            "without a boat on the nights when helicopters do not fly.",
            style=NUMBER,
        ),
        h(1, "What we do not know"),
        *points(
            "Whether the operator would in fact stop. It has threatened twice, in 2016 and 2019, "
            "and renewed both times within a week of the deadline.",
            "Who else could run it. ~~[Answer of the Maritime Authority: not given]~~",
            "What the survey of the second boat, the __Sula__, will say; it is due on 9 November.",
        ),
        h(2, "Background"),
        p(
            """The route has been subsidised since 1987. It was tendered once, in 2011, with a
            single bidder. The law lets the ministry award a service directly for two years where a
            gap would cut off a hospital, and it has used that power four times. The auditors asked
            in 2018 for a tender “at the next opportunity” and have since asked twice what had
            become of it. Brussels was told of the last award and raised no objection, but its
            letter reminds us that a fifth would be looked at more closely."""
        ),
        p(
            """Two boats sail it. Both can take the ramp at Lille Ternøy, which was built for them
            and fits no other hull in the district; that, more than the subsidy, is why there has
            only ever been one bidder.<<Two firms asked for the papers in 2011; see
            @https://example.org/tenders/2011@.>> Widening the ramp was costed in 2019 at
            €4.8 million over two summers. A floating ramp, as used on the river crossings in the
            north, would cost a third of that and could be there by next autumn."""
        ),
        *points(
            "Ministry of Transport, letter to the operator, 11 October 2021",
            "Harbour counts, four harbours, January 2018 to September 2021",
            "Record of the public meeting, Store Ternøy, 9 October 2021 "
            "(@https://example.org/ternoy/meeting@)",
        ),
    ),
    **EDGES,  # type: ignore[arg-type]
)

_PLACES = (
    "Aldermoor", "Brackwater", "Cold Ashby", "Dunmere", "Eastry Lock", "Farthing Ford",
    "Gull Reach", "Hartside", "Inverlea", "Jarrow Weir", "Kettlebeck", "Long Marsh", "Mossend",
    "Netherby", "Oxenholm", "Priory Bank", "Quarrendon", "Ravensmouth", "Saltcote", "Thorney Gap",
)  # fmt: skip
_WHICH = ("", " (old)", " (railway)")
_FAULTS = (
    "Scour at the north pier, 0.4 m since the last survey; stone was placed in May and has held.",
    "Bearings seized. The deck moves on the abutment instead, and the parapet has cracked.",
    "Paint only.",
    "Expansion joint leaks onto the bearing shelf; water stands there after rain / Gully cleared.",
    "Masonry open below the springing on the upstream side. Two voussoirs have dropped by a hand’s "
    "breadth, and traffic is kept to the other lane until they are pinned.",
    "Nothing found.",
    "Timber fenders gone; one pile cut through by the barge in March.",
)
_STATES = ("Good", "Fair", "Poor", "Fair", "Good", "Watch")


def _bridges(count: int) -> Iterable[str]:
    for n in range(count):
        place = _PLACES[n % len(_PLACES)]
        span, cost = 12 + (n * 37) % 90, 4_500 + (n * 7_919) % 180_000
        yield (
            f"{n + 1} | {place}{_WHICH[n // len(_PLACES)]} | {span}.{n % 10} | "
            f"{_STATES[n % len(_STATES)]} | {_FAULTS[n % len(_FAULTS)]} | {cost:,}"
        )


BRIDGES = Brief(
    title="State of the bridges in the eastern district",
    marking="OFFICIAL — SENSITIVE",
    blocks=(
        p("State of the bridges in the eastern district", TITLE),
        header_block(
            ("To", "Head of Roads"),
            ("From", "Structures"),
            ("Date", "3 June 2021"),
            ("Copied to", "District engineers; Finance; the river trust / Press office, for facts"),
        ),
        h(1, "Bottom line"),
        p(
            """Of 56 bridges surveyed this spring six need work before winter. One of them,
            Eastry Lock, should carry one lane only until its arch is pinned.""",
            LEAD,
        ),
        h(1, "All bridges"),
        p(
            """Spans are in metres between the faces of the abutments. The cost is that of the work
            named, at this year’s prices, without traffic control."""
        ),
        grid(
            "No. | Bridge | Span | State | What was found | Cost, €",
            _bridges(56),
            (0.07, 0.18, 0.09, 0.1, 0.43, 0.13),
        ),
        p("Table 1. Surveys from 2 March to 21 May, by two teams.", CAPTION),
        h(2, "Weights"),
        grid(
            "Class | Bridges | Limit",
            tuple(
                f"{c} | {n} | {w} t" for c, n, w in (("A", 33, 40), ("B", 14, 18), ("C", 9, 7.5))
            ),
            (0.3, 0.3, 0.4),
        ),
        p("Table 2. Limits do not change.", CAPTION),
        h(1, "What we ask for"),
        *points(
            "Leave to close Eastry Lock by night for four weeks in August.",
            "€412,000 from the reserve; the rest is in the plan.",
            "A letter to the barge owner’s insurers, a draft of which is with Legal.",
            style=NUMBER,
        ),
    ),
    **EDGES,  # type: ignore[arg-type]
)

NOTED = Brief(
    title="The talks on the river treaty: where each side stands",
    marking="RESTRICTED",
    blocks=(
        p("Note for the delegation", SUBTITLE),
        p("The talks on the river treaty: where each side stands", TITLE),
        h(1, "Bottom line"),
        p(
            """Both sides want the treaty renewed and each believes the other needs it more.
            <<Conversations with both delegations, 4 and 5 May; nobody may be named.>> Water in dry
            years is the only point on which they are truly apart.<<Draft of 30 April, article
            9.>>""",
            LEAD,
        ),
        h(1, "The upper states"),
        p(
            """The upper states hold that the treaty of 1961 was made for a wetter river.<<Gauge at
            Lower Falls: mean flow 1931–60 was 412 m³/s; 1991–2020 it was 337 m³/s.>> Their minister
            said in March that “nobody can deliver water that does not fall”, which her own press
            office softened within the hour<<Statement of 11 March, corrected 11 March; the first
            text is still in the agency’s archive.>> and which the other side has quoted in every
            session since. They would accept a share in place of an amount, and they have a model to
            show for it,<<Presented on 22 April by Dr Nguyễn Thị Hồng Hạnh; the slides were not
            handed out.>> but they will not accept inspection of their reservoirs, which they call a
            question of sovereignty and which, as their engineers admit in private, is also one of
            old gauges.<<The two oldest date from 1958.>>"""
        ),
        p(
            """There is a split behind this. The power companies want to store in spring and sell in
            winter; the farmers want the reverse.<<Farmers’ union, open letter, 2 February, with
            1,140 signatures.>> The government has so far told each that it will be content. It
            falls to the finance minister, Mr Okonkwo-Ferreira, to find the money for whichever of
            them is not.<<His remark in committee, 19 April: “I can count to two.”>>"""
        ),
        h(1, "The lower states"),
        p(
            """The lower states speak of a debt: 1.3 cubic kilometres that they say were held back
            in 2018 and 2019.<<Their note verbale of 6 January. The upper states’ figure is 0.4.>>
            No one expects it to be paid. It is there to be given up, and the question is for
            what.<<So also the mediator’s memorandum, paragraph 14.>> Three things would do,
            according to people who have sat in the room:"""
        ),
        *points(
            "a floor for dry years, however low, that holds without a vote;<<Draft article 9(3), "
            "in square brackets.>>",
            "gauges that both sides read, at the border and at Lower Falls;<<Cost: some €600,000, "
            "which the development bank has offered to lend.>>",
            "a seat for the delta towns, which drink what is left.<<The towns wrote to both "
            "governments on 15 April and were answered by one.>>",
        ),
        p(
            """“You may keep the word __share__ if we may keep the word __never__.”<<Deputy head of
            the lower delegation, reported by two who were present; a third remembers “floor”.>>""",
            QUOTE,
        ),
        h(2, "Who decides"),
        grid(
            "Side | Signs | Can stop it",
            (
                "Upper states | Minister of Energy<<After 1 June, the Prime Minister.>> | Farmers’ "
                "party, with nine votes",
                "Lower states | President | Constitutional court: an appeal of 2017 is still "
                "open<<Case 44/2017.>>",
                "Mediator | – | Nobody, and he has said so",
            ),
            (0.25, 0.35, 0.4),
        ),
        p("Table 1. As of 6 May.", CAPTION),
        h(2, "Dates"),
        p(
            """The talks pause on 12 May for the holidays<<Lower states: 12–16 May. Upper states:
            13 May only.>> and go on in the third week, in a place still to be named. The old treaty
            ends on 31 December; both sides have told us that they would go on keeping to it for a
            season without saying so.<<This is also what they did in 1999.>> The delta towns have
            asked for a hearing before then. Whoever chairs it will need to know that the record of
            the last one, in 2004, was never agreed, and that the towns’ lawyer, Ms Þórdís
            Kjartansdóttir, has the only signed copy.<<She showed it to us on 5 May, and let us
            read but not copy it.>>"""
        ),
        p(
            """What we have not been able to check is whether the upper states have begun to build
            at Stone Gorge. Pictures from March show a road and a camp, and no more.<<Commercial
            satellite pictures of 3 and 17 March, 3 m resolution; cloud since then.>> The ministry
            says that the road is for foresters. It is eleven metres wide.<<Measured on the picture
            of 17 March, give or take a metre.>>"""
        ),
    ),
    **EDGES,  # type: ignore[arg-type]
)

PEOPLE = Brief(
    title="Who is who at the Tallinn round",
    marking="OFFICIAL",
    page=None,
    blocks=(
        p("Who is who at the Tallinn round", TITLE),
        p("Names as their bearers write them", SUBTITLE),
        p(
            """Seven delegations, of which four matter. Ask for **Ms Wiśniewska** first: she has the
            drafts, and the others wait for her.""",
            LEAD,
        ),
        h(1, "Delegations"),
        h(2, "Poland"),
        p(
            """**Agnieszka Wiśniewska-Żółkoś** has led since 2019. Before that she was consul in
            Kraków’s sister city, and she still answers letters from there. She opens with a saying,
            {pl:gość w dom, Bóg w dom}, and means that the coffee is good. Her deputy, Łukasz
            Śćibor, does the counting. [[¶ 3]]"""
        ),
        *points(
            "Wants: a date, any date, before Easter.",
            "Will not discuss: transit tariffs, “not even at dinner”.",
            "Dislikes being called Agnes.",
        ),
        h(2, "Iceland and the Faroes"),
        p(
            """They speak as one here. **Guðrún Ævarsdóttir** has the chair and **Jóannes á
            Lakjuni** the papers. The Icelandic position is one page long and ends with the words
            {is:það er nú það}, which the interpreters have given up on. [[¶ 4–6]]"""
        ),
        h(2, "Vietnam"),
        p(
            """**Trần Đình Phượng** comes as an observer, for the shipping insurers. Family name
            first: he is Mr Phượng to his staff and Mr Trần to nobody but the hotel. He has asked
            for a table of the fees, which follows."""
        ),
        grid(
            "Port | Fee, € per tonne | Since",
            (
                "Gdańsk, Nowy Port | 1.85 | 1 January 2020",
                "Þorlákshöfn | 2.10 | 15 May 2021",
                "Hải Phòng | 0.94 | 2018",
                "Çeşme | 1.32 | 1 July 2021",
                "Constanța | 1.07 | not known",
            ),
            (0.4, 0.3, 0.3),
        ),
        p("Table 1. Fees as published; rebates are not.", CAPTION),
        h(2, "Turkey"),
        p(
            """**Gülşah Çağlayangil-Öztürk** has been to every round since the first, in 1996, and
            remembers what each side said then. It is wise to have read the records.
            {tr:Söz ağızdan çıkar}, she told the last chair: a word, once out, is out. [[¶ 9]]"""
        ),
        h(3, "Her two advisers"),
        *points(
            "Dr İlker Iğdır, for law. He reads the footnotes.",
            "Ms Nilüfer Şen, for ships. She owns two.",
            style=NUMBER,
        ),
        h(2, "Also in the room"),
        p(
            """The Greek shipowners have sent Αλέξανδρος Παπαδόπουλος, who signs as Alexandros
            Papadopoulos, and the Bulgarian pilots Щилян Йорданов, whose card says Shtilyan
            Yordanov. Czechs and Slovaks share Mr Jiří Třešňák. The Hungarian chair is empty until
            Tuesday, when Őrsi Eszter arrives; Őrsi is the family name. The Maltese observer,
            Ġorġ Ħaż-Żabbar, will be there on the last day. Latvia’s Ģirts Ķeņģis and Lithuania’s
            Žydrūnė Šėšelgytė come together by car."""
        ),
        h(1, "At table"),
        *points(
            "Sir Mark St.-John Featherstonehaugh-Cholmondeley is seventy-nine, deaf on the left, "
            "and pronounced “Fanshaw-Chumley”; his paper on the inter-governmental "
            "counter-proposal is worth reading all the same.",
            "The chair’s hand-written seating plan comes at 18:30. Changes go to "
            "@https://example.org/tallinn/round-7/seating@ and nowhere else.",
            "Toasts: short. The record, from 2003, is four seconds.",
        ),
        p(
            """“It is not that they dislike each other. They have simply never been in the same room
            when the heating worked.”""",
            QUOTE,
        ),
        p("— The caretaker of the House of the Blackheads", CAPTION),
        h(1, "If you have one minute"),
        p(
            """Speak first with Wiśniewska, last with Çağlayangil, and to Mr Phượng about anything
            but insurance. Office work is done in the affine corridor between the first-floor
            flats; the official fjord map hangs there, and the staff find everything by it."""
        ),
    ),
    **EDGES,  # type: ignore[arg-type]
)

_PROSE = (
    """The reservoir above the town was finished in the summer of 1974 and has been full eleven
    times since. Nobody planned for that: the engineers of the day reckoned with one year in two,
    and the pipe to the lower valley was laid for what would then have run over. In a usual year it
    carries nothing. In the wet winters of 2007 and 2020 it carried three times what it was tested
    for, and held, which says more for the men who laid it than for those who drew it.""",
    """What has changed is not the rain alone. Upstream, four thousand hectares of pasture were
    ploughed between 2003 and 2015, most of them on slopes, and water that used to take two days to
    reach the lake is there within nine hours. The drainage board has known this since its own
    survey of 2012. It wrote to the ministry in that year, and again in 2016; both letters were
    acknowledged, and the second was answered, by an official who has since retired, with the remark
    that land use is a matter for the counties.""",
    """The counties see it otherwise. A county may advise a farmer, and it may pay one to leave a
    strip of grass along a stream, but it cannot forbid ploughing outside a protected area, and
    none of the slopes is one. The proposal to protect them was before the assembly in 2018. It
    failed by three votes, after a debate in which the reservoir was not mentioned once.""",
    """Since then the insurers have moved faster than the law. From January a house below the dam
    pays half as much again as the same house above it; there are 2,300 of them, and the school and
    the fire station stand among them. Two of the companies have told us, unasked, that they will
    write no new policies there from next year. A third, which insures the dam itself, has asked for
    the calculation of the spillway, and been told that it cannot be found.""",
)

VALLEY = Brief(
    title="The dam above the lower valley, and what is asked of the ministry",
    marking="OFFICIAL",
    language="en-GB",
    blocks=(
        p("The dam above the lower valley, and what is asked of the ministry", TITLE),
        header_block(("To", "Permanent Secretary"), ("From", "Water"), ("Date", "8 March 2021")),
        h(1, "Bottom line"),
        p(
            """The dam is sound. What is below it was built for another river, and the ministry is
            the only body that can say so in a form that binds.""",
            LEAD,
        ),
        h(1, "How it came to this"),
        *(p(each) for each in _PROSE),
        h(1, "What each would do"),
        h(2, "The drainage board"),
        *(p(each) for each in reversed(_PROSE)),
        *points(*_PROSE[:2]),
        h(2, "The counties"),
        p(_PROSE[2], QUOTE),
        p(_PROSE[1]),
        *points(*_PROSE[2:], style=NUMBER),
        h(2, "The insurers"),
        *(p(f"{each} {other}") for each, other in pairwise(_PROSE)),
        h(1, "Next"),
        *points(
            "Find the calculation, or make it anew: six weeks, €40,000.",
            "Answer the letter of 2016.",
            "Tell the school.",
            style=NUMBER,
        ),
    ),
    **EDGES,  # type: ignore[arg-type]
)

SAMPLES = {
    "ferry": FERRY,
    "bridges": BRIDGES,
    "noted": NOTED,
    "people": PEOPLE,
    "valley": VALLEY,
}
"""Two to six pages each. ``bridges`` is long tables, ``noted`` many notes, ``people`` names."""

# --- any brief there can be ---------------------------------------------------------------------

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1
).map(lambda text: " ".join(text.split()) or "x")
"""Text as it can stand in a Brief: white space collapsed, nothing XML cannot hold."""

PLAIN = st.lists(
    st.text(
        st.characters(
            categories=("L", "N", "P", "Sc", "Sm"),
            min_codepoint=0x21,
            max_codepoint=0x17F,
            exclude_characters="\u0149\xad",
        ),
        min_size=1,
        max_size=12,
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
"""Words in Latin letters, with digits and punctuation."""


@st.composite
def briefs(
    draw: st.DrawFn,
    notes: Notes | None = None,
    words: st.SearchStrategy[str] = PLAIN,
    most: int = 12,
) -> Brief:
    """Any order of blocks; headings do not skip a level, grids have a head with words in it."""
    level = 0
    blocks: list[Block] = []
    for kind in draw(st.lists(st.sampled_from("hhppppbbnnqcltg"), min_size=1, max_size=most)):
        if kind == "h":
            level = draw(st.integers(1, min(3, level + 1)))
            blocks.append(Heading(level, draw(_inlines(words, noted=False))))
        elif kind == "t":
            rows = draw(st.lists(st.tuples(words, _paragraphs(words)), min_size=1, max_size=3))
            made = tuple((_said(label), Cell(value)) for label, value in rows)
            blocks.append(Table(TableStyle.HEADER, made, (0.25, 0.75)))
        elif kind == "g":
            blocks.append(draw(_grids(words)))
        else:
            blocks.append(Paragraph(_STYLES[kind], draw(_inlines(words))))
    return Brief(
        title=draw(words),
        blocks=tuple(blocks),
        marking=draw(words),
        header=draw(st.sampled_from(((), (Run("Ports desk"),)))),
        numbering=draw(st.sampled_from(((), EDGES["numbering"]))),  # type: ignore[arg-type]
        page=draw(st.sampled_from((None, *Page))),
        language=draw(st.sampled_from(("en-GB", "de-DE", "fr-FR"))),
        author=draw(st.sampled_from(("", "A. Kowalska"))),
        notes=notes or draw(st.sampled_from(Notes)),
    )


_STYLES = {
    "p": ParagraphStyle.NORMAL,
    "b": ParagraphStyle.BULLET,
    "n": ParagraphStyle.NUMBER,
    "q": ParagraphStyle.QUOTE,
    "c": ParagraphStyle.CAPTION,
    "l": ParagraphStyle.LEAD,
}


def _said(text: str) -> Cell:
    return Cell((Paragraph(ParagraphStyle.NORMAL, (Run(text),)),), header=True)


@st.composite
def _inlines(
    draw: st.DrawFn, words: st.SearchStrategy[str], noted: bool = True
) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for n, kind in enumerate(
        draw(st.lists(st.sampled_from("wwwwbimahofN"), min_size=1, max_size=5))
    ):
        said = (" " if n else "") + draw(words)
        if kind == "N" and noted:
            made.append(Note((Run(said.strip()),)))
        else:
            made.append(Run(said, **_LOOKS.get(kind, {})))  # type: ignore[arg-type]
    if all(isinstance(each, Note) for each in made):
        made.insert(0, Run("Said"))
    return tuple(made)


_LOOKS: dict[str, dict[str, object]] = {
    "b": {"bold": True},
    "i": {"italic": True},
    "m": {"mark": True},
    "a": {"gap": True},
    "h": {"href": "https://example.org/a?b=1&c=2"},
    "o": {"muted": True},
    "f": {"language": "pl-PL", "italic": True},
}


def _paragraphs(words: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Paragraph, ...]]:
    one = _inlines(words).map(lambda said: Paragraph(ParagraphStyle.NORMAL, said))
    return st.lists(one, max_size=2).map(tuple)


@st.composite
def _grids(draw: st.DrawFn, words: st.SearchStrategy[str]) -> Table:
    columns = draw(st.integers(1, 4))
    head = tuple(_said(draw(words)) for _ in range(columns))
    rows = tuple(
        tuple(Cell(draw(_paragraphs(words))) for _ in range(columns))
        for _ in range(draw(st.integers(1, 4)))
    )
    return Table(TableStyle.GRID, (head, *rows), (1 / columns,) * columns, 1)
