# ruff: noqa: E501 (mark-up is easier to read on one line)
"""Invented news, by seed: the same seed tells the same story."""

from __future__ import annotations

import random
from dataclasses import dataclass

_WHO = (
    "Maren Tollefsen", "Ikaro Dellwyn", "Pavla Hrncir", "Osei Brandt", "Lirien Vask", "Teodor Quill",
    "Amara Sundgren", "Jonas Petrakis", "Helvi Ranta", "Dario Monfils", "Nuala Kerrigan", "Sefa Aydan",
)  # fmt: skip
_POST = (
    "the harbour master", "a council spokeswoman", "the energy minister", "the head of the inquiry",
    "a union negotiator", "the deputy mayor", "the regional prosecutor", "a hydrologist at the institute",
    "the chief of the fire brigade", "an adviser to the cabinet",
)  # fmt: skip
_WHERE = (
    "Velmora", "Port Asken", "the Thorsby valley", "Lower Brenn", "Kastrel", "the Ummar delta",
    "Sankt Odil", "the northern district of Rhyl", "Dunmarrow", "the island of Hessa",
)  # fmt: skip
_WHAT = (
    "the new flood barrier", "the ferry contract", "the water treaty", "the closure of the smelter",
    "the airport levy", "the fishing quota", "the rail link", "the grain reserve", "the border post",
    "the hospital merger", "the emergency budget", "the dam at the upper lake",
)  # fmt: skip
_SENTENCES = (
    "{who}, {post}, told reporters in {where} on {day} that work on {what} would not begin before {month}.",
    "Officials in {where} have spent {n} million crowns on {what} since {year}, according to figures seen by this newspaper.",
    "“We were promised an answer within {n} days and we are still waiting,” said {who}, who has lived in {where} for {m} years.",
    "The decision on {what} was taken behind closed doors by a committee of {m} members, {post} confirmed.",
    "Under the agreement, {where} will receive {n} per cent of the revenue from {what} for the next {m} years.",
    "Critics say that {what} has been delayed {m} times, and that nobody in {where} has been told why.",
    "{who} denied any wrongdoing and called the report about {what} “a work of fiction from the first page to the last”.",
    "At least {n} people were moved to shelters in {where} overnight as the river rose by {m} centimetres an hour.",
    "A second round of talks on {what} is planned in {where} for {day}, {n} days after the first ended without a text.",
    "The ministry said it had no plans to publish the {n}-page study on {what}, which was finished in {month} {year}.",
    "Residents of {where} gathered on {day} evening to demand that {what} be put to a vote before {month}.",
    "In {year}, a similar plan for {what} was dropped after {n} complaints and a ruling by the high court.",
    "{who} said that {where} had “learnt nothing” from the failure of {what} {m} years ago.",
    "The police closed {m} roads around {where}, and trains were running up to {n} minutes late.",
    "Economists expect {what} to cost every household in {where} about {n} crowns a year from {month}.",
    "It was not clear whether {post} had read the warning about {what} before signing the papers on {day}.",
    "“Nobody here believes that {what} will be finished by {month},” {who} said, pointing at a map of {where}.",
    "The opposition has asked for a special session on {what}; the speaker has {m} days to reply.",
    "Since the accident near {where} in {year}, inspectors have found faults in {m} of {n} installations.",
    "A spokesman for {where} did not reply to {m} requests for comment on {what}.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "March", "April", "June", "August", "September", "November")
_TITLES = (
    "{where} waits for an answer on {what}", "Minister defends {what} as costs rise",
    "Talks on {what} collapse in {where}", "How {what} divided {where}",
    "Thousands protest in {where} over {what}", "Inquiry into {what} opens in {where}",
)  # fmt: skip

_FOREIGN: dict[str, tuple[str, ...]] = {
    "ru": (
        "Власти города {n} ноября сообщили, что работы на плотине начнутся не раньше весны, хотя деньги были выделены ещё в {year} году.",
        "По словам представителя ведомства, из прибрежных посёлков вывезли {n} человек, из них {m} детей.",
        "«Нам обещали ответ в течение {n} дней, и мы до сих пор ждём», — рассказала жительница посёлка, прожившая там {m} лет.",
        "В {year} году похожий план отменили после {n} жалоб и решения верховного суда.",
        "Полиция перекрыла {m} дорог, поезда опаздывают до {n} минут, уточнили в управлении железной дороги.",
        "Экономисты ожидают, что новый сбор обойдётся каждой семье примерно в {n} крон в год.",
        "Оппозиция требует созвать внеочередное заседание; у председателя есть {m} дней, чтобы ответить на запрос.",
        "Министерство не стало публиковать доклад объёмом {n} страниц, законченный в {year} году.",
    ),
    "de": (
        "Der Stadtrat will über den Damm erst im Frühjahr entscheiden, obwohl seit {year} bereits {n} Millionen Kronen ausgegeben wurden.",
        "„Man hat uns eine Antwort binnen {n} Tagen versprochen, und wir warten noch immer“, sagte eine Anwohnerin, die seit {m} Jahren im Tal lebt.",
        "Nach Angaben der Feuerwehr mussten {n} Menschen ihre Häuser verlassen, darunter {m} Kinder.",
        "Die Opposition verlangt eine Sondersitzung; dem Präsidenten des Landtags bleiben {m} Tage für eine Antwort.",
        "Im Jahr {year} war ein ähnlicher Plan nach {n} Einsprüchen und einem Urteil des Obersten Gerichts aufgegeben worden.",
        "Die Polizei sperrte {m} Straßen, Züge hatten bis zu {n} Minuten Verspätung.",
        "Ein Gutachten von {n} Seiten, das im Herbst {year} fertig war, soll nach dem Willen des Ministeriums nicht veröffentlicht werden.",
        "Fachleute rechnen damit, dass die Abgabe jeden Haushalt etwa {n} Kronen im Jahr kosten wird.",
    ),
    "zh": (
        "市政府{n}日表示，大坝工程要到春天以后才能开工，尽管早在{year}年就已拨款{m}亿克朗。",
        "消防部门负责人说，昨夜共有{n}名居民被转移到避难所，其中包括{m}名儿童。",
        "“他们答应{n}天之内给我们答复，可我们到现在还在等。”一位在当地住了{m}年的居民对记者说。",
        "{year}年，类似的计划在收到{n}份投诉并经高等法院裁决后被放弃。",
        "警方封闭了{m}条道路，列车最多晚点{n}分钟。",
        "经济学家预计，这项新收费每年将使每户家庭多支出约{n}克朗。",
        "反对派要求召开特别会议，议长必须在{m}天之内作出答复。",
        "该部表示不打算公布一份{n}页的研究报告，这份报告于{year}年完成。",
    ),
    "ar": (
        "قالت بلدية المدينة إن العمل في السد لن يبدأ قبل الربيع رغم إنفاق {n} مليون كرونة منذ عام {year}.",
        "وأعلن قائد فرقة الإطفاء أن {n} شخصا نقلوا إلى الملاجئ خلال الليل، بينهم {m} طفلا.",
        "وقالت إحدى السكان التي تعيش في الوادي منذ {m} عاما: وعدونا بجواب خلال {n} يوما وما زلنا ننتظر.",
        "وفي عام {year} ألغيت خطة مماثلة بعد {n} شكوى وحكم من المحكمة العليا.",
        "وأغلقت الشرطة {m} طرق وتأخرت القطارات لمدة وصلت إلى {n} دقيقة.",
        "ويتوقع خبراء الاقتصاد أن تكلف الرسوم الجديدة كل أسرة نحو {n} كرونة في السنة.",
        "وطالبت المعارضة بعقد جلسة خاصة، وأمام رئيس المجلس {m} أيام للرد على الطلب.",
        "وقالت الوزارة إنها لا تنوي نشر دراسة من {n} صفحة انتهت في خريف عام {year}.",
    ),
    "fr": (
        "La mairie a annoncé que les travaux du barrage ne commenceraient pas avant le printemps, bien que {n} millions de couronnes aient été dépensés depuis {year}.",
        "« On nous avait promis une réponse sous {n} jours, et nous attendons toujours », raconte une habitante installée dans la vallée depuis {m} ans.",
        "Selon les pompiers, {n} personnes ont été évacuées dans la nuit, dont {m} enfants.",
        "En {year}, un projet semblable avait été abandonné après {n} plaintes et un arrêt de la haute cour.",
        "La police a fermé {m} routes et les trains ont eu jusqu’à {n} minutes de retard.",
        "Les économistes s’attendent à ce que la nouvelle taxe coûte environ {n} couronnes par an à chaque ménage.",
        "L’opposition réclame une séance extraordinaire ; le président de l’assemblée a {m} jours pour répondre.",
        "Le ministère n’a pas l’intention de publier une étude de {n} pages, achevée à l’automne {year}.",
    ),
}
_FOREIGN_TITLES = {
    "ru": "Город ждёт ответа о плотине", "de": "Das Tal wartet auf eine Antwort",
    "zh": "全城等待大坝的答复", "ar": "المدينة تنتظر جوابا بشأن السد",
    "fr": "La vallée attend une réponse",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    seed: int
    language: str
    headline: str
    standfirst: str
    author: str
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    subheads: tuple[str, ...]
    items: tuple[str, ...]
    """Short points of a list."""
    quote: str
    related: tuple[str, ...]
    teasers: tuple[tuple[str, str], ...]
    """Other stories of the page: headline and first sentence."""
    comments: tuple[str, ...]
    bio: str
    published: str = "2024-03-05"


def story(seed: int, count: int = 9, language: str = "en") -> Story:
    chance = random.Random(f"{seed} {language}")
    others = random.Random(f"others {seed} {language}")

    def filled(template: str, source: random.Random) -> str:
        return template.format(
            who=source.choice(_WHO),
            post=source.choice(_POST),
            where=source.choice(_WHERE),
            what=source.choice(_WHAT),
            day=source.choice(_DAYS),
            month=source.choice(_MONTHS),
            year=source.randint(1987, 2023),
            n=source.randint(11, 980),
            m=source.randint(2, 10),
        )

    bank = _FOREIGN.get(language, _SENTENCES)
    order = list(bank)
    chance.shuffle(order)

    def sentences(source: random.Random, many: int) -> str:
        picked = [filled(order[source.randrange(len(order))], source) for _ in range(many)]
        return ("" if language == "zh" else " ").join(picked)

    def title(source: random.Random) -> str:
        if language in _FOREIGN_TITLES:
            return f"{_FOREIGN_TITLES[language]} {source.randint(2, 99)}"
        made = filled(source.choice(_TITLES), source)
        return made[0].upper() + made[1:]

    author = chance.choice(_WHO)
    where = chance.choice(_WHERE)
    return Story(
        seed=seed,
        language=language,
        headline=title(chance),
        standfirst=sentences(chance, 1),
        author=author,
        paragraphs=tuple(sentences(chance, chance.choice((1, 1, 2, 2, 3))) for _ in range(count)),
        captions=(
            f"The quay at {where} on a quiet morning. Photograph: {chance.choice(_WHO)}/Norfoto",
            f"Workers near {where} in {chance.choice(_MONTHS)}. {chance.choice(_WHO)}/Norfoto",
        ),
        subheads=("What happens next", "A long dispute", "Who pays for it"),
        items=(
            f"{chance.randint(3, 90)} million crowns for {chance.choice(_WHAT)}",
            f"A new board of {chance.randint(3, 12)} members by {chance.choice(_MONTHS)}",
            f"A public hearing in {where}",
            f"Repairs at {chance.choice(_WHAT)} until {chance.choice(_MONTHS)}",
        ),
        quote=sentences(chance, 1),
        related=tuple(title(others) for _ in range(4)),
        teasers=tuple((title(others), sentences(others, 1)) for _ in range(8)),
        comments=tuple(sentences(others, 2) for _ in range(6)),
        bio=f"{author} is a correspondent for this paper and has covered {where} since 2011. "
        f"He lives in {chance.choice(_WHERE)} with two dogs.",
    )
