"""E-mail: which words are the article, and what the head tells."""

from __future__ import annotations

import base64
import time
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import readers
from briefing.errors import (
    AttachmentsFound,
    BriefingError,
    Damaged,
    EmptySource,
    EncodingGuessed,
    Encrypted,
    PartsUnread,
    TooDeep,
)
from briefing.model.article import Article, ReadAs
from briefing.readers.mail import head as mail_head
from briefing.readers.mail import text as mail_text

ONE = "The ministers of the two countries met on Tuesday to speak about the river."
TWO = "They will meet again in May, the palace said, and they will bring their maps."
BODY = f"{ONE}\n\n{TWO}\n"


def mail(body: str = BODY, **headers: str) -> bytes:
    lines = [f"{key.replace('_', '-')}: {value}" for key, value in headers.items()]
    return "\n".join([*lines, "", body]).encode()


def read(raw: bytes | EmailMessage, encoding: str | None = None) -> Article:
    data = raw.as_bytes() if isinstance(raw, EmailMessage) else raw
    return readers.read(data, "a.eml", ReadAs(encoding=encoding)).article


def told(article: Article) -> list[tuple[str, str]]:
    return [(each.role.value, article.text_of(each)) for each in article.paragraphs]


def versions(plain: str, html: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "River talks"
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    return message


# ---------------------------------------------------------------- the head


LINE = "STRELSAU, Sept. 22 (AFP) — "
FORWARD = {
    "Subject": "Fwd: River talks",
    "From": "Jane Doe <jane@example.org>",
    "Date": "Wed, 6 Oct 2021 14:05:00 +0300",
}


def test_a_dateline_under_a_greeting_fills_the_card() -> None:
    note = "Dear colleagues,\n\nPlease see below.\n\n"
    found = read(mail(f"{note}{LINE}{BODY}", **FORWARD))
    card, cues = found.card, dict(found.card_cues)
    assert (card.outlet, card.place) == ("Agence France-Presse", "Strelsau")
    assert (card.published, card.authors) == (date(2021, 9, 22), ())
    assert cues["published"].endswith("and the year it was passed on")


def test_a_long_letter_or_a_round_up_has_no_dateline_of_its_own() -> None:
    long = " ".join([ONE] * 6)
    for body in (f"{long}\n\n{LINE}{BODY}", f"Hello,\n\n{LINE}{ONE}\n\nZENDA (AFP) — {TWO}\n"):
        assert read(mail(body, **FORWARD)).card.place == ""


def test_the_day_it_was_passed_on_is_for_want_of_another() -> None:
    found = read(mail(BODY, **FORWARD))
    assert (found.card.published, found.card.authors) == (date(2021, 10, 6), ())
    assert dict(found.card_cues)["published"] == "the header Date, when it was passed on"
    head = "-------- Forwarded message --------\nFrom: John Roe <j@example.org>\nSubject: River\n"
    inner = read(mail(f"{head}\n{BODY}", **FORWARD))
    assert (inner.card.published, inner.card.authors) == (date(2021, 10, 6), ("John Roe",))
    dated = read(mail(f"{head}Date: Mon, 4 Oct 2021 09:12\n\n{BODY}", **FORWARD))
    assert dated.card.published == date(2021, 10, 4)


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("Wire <wire@example.org>", "Agence France-Presse"),
        ("Meridian News <a@example.org>", "Meridian News"),
    ],
)
def test_an_agency_in_the_dateline_goes_before_a_mere_sender(sender: str, outlet: str) -> None:
    headers = {"Subject": "River talks", "Date": FORWARD["Date"], "From": sender}
    assert read(mail(LINE + BODY, **headers)).card.outlet == outlet


def test_a_sender_is_the_outlet_where_nothing_else_is() -> None:
    assert read(mail(BODY, From="Wire <wire@example.org>", Subject="x")).card.outlet == "Wire"


def test_the_head_goes_to_the_card() -> None:
    found = read(
        mail(
            Subject="=?utf-8?q?Fwd=3A_R=C3=A9union?= =?utf-8?b?IGZpbmll?=".replace("Fwd=3A_", ""),
            From="=?utf-8?b?xYF1a2FzeiDFu2Fr?= <lz@meridian.example>",
            Date="Wed, 22 Sep 2021 23:30:00 -0400",
        )
    )
    card = found.card
    assert (card.title, card.authors) == ("Réunion finie", ("Łukasz Żak",))
    assert card.published == date(2021, 9, 22)  # where it was sent, not in Greenwich
    cues = dict(found.card_cues)
    assert (cues["headline"], cues["author"]) == ("the header Subject", "the header From")
    assert cues["published"] == "the header Date"


@pytest.mark.parametrize(
    ("value", "author", "outlet"),
    [
        ("Jane Doe <jane@meridian.example>", "Jane Doe", ""),
        ('"Doe, Jane" <jane@meridian.example>', "Jane Doe", ""),
        ("Meridian Daily <news@meridian.example>", "", "Meridian Daily"),
        ("Morning River <newsletter@meridian.example>", "", "Morning River"),
        ("Jane Doe via Meridian <x@meridian.example>", "Jane Doe", "Meridian"),
        ("Jane Doe at The Meridian <x@meridian.example>", "Jane Doe", "The Meridian"),
        ("Jane Doe, Meridian News <x@meridian.example>", "Jane Doe", "Meridian News"),
        ("The Associated Press <ap@ap.example>", "", "Associated Press"),
        ("news@meridian.example", "", ""),
        ("<>", "", ""),
        ("", "", ""),
    ],
)
def test_senders(value: str, author: str, outlet: str) -> None:
    assert mail_head.sender(value) == (author, outlet)


def test_a_list_names_an_outlet_that_the_sender_does_not() -> None:
    given = '"Meridian Daily" <daily.meridian.example>'
    assert mail_head.sender("x@meridian.example", given) == ("", "Meridian Daily")


@pytest.mark.parametrize(
    ("subject", "title", "forwarded"),
    [
        ("Fwd: River talks", "River talks", True),
        ("FW: Re: AW: River talks", "River talks", True),
        ("Re[2]: River talks", "River talks", False),
        ("WG: Fluss: Ende", "Fluss: Ende", True),
        ("Rewards: a king's speech", "Rewards: a king's speech", False),
        ("River talks", "River talks", False),
    ],
)
def test_subjects(subject: str, title: str, forwarded: bool) -> None:
    assert mail_head.title(subject) == (title, forwarded)


def test_who_passes_on_has_not_written_it() -> None:
    card = read(mail(Subject="Fwd: River talks", From="John Roe <j@x.example>")).card
    assert (card.title, card.authors, card.published) == ("River talks", (), None)


@pytest.mark.parametrize("value", ["yesterday", "Wed, 99 Sep 2021 99:99", "", "\udcff", "0" * 300])
def test_no_date_is_none(value: str) -> None:
    assert mail_head.sent(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "Wed, 22 Sep 2021 at 14:05",
        "22 September 2021 14:05",
        "Mittwoch, 22. September 2021 14:05",
        "Wednesday, September 22, 2021 2:05 PM",
        "mercredi 22 septembre 2021 à 14:05",
    ],
)
def test_dates_as_programs_write_them_into_a_text(value: str) -> None:
    assert mail_head.sent(value) == date(2021, 9, 22)


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_header_is_plain_text(raw: str) -> None:
    value = mail_head.plain(raw)
    mail_head.card(mail_head.Head(value, value, value, value))
    assert "\n" not in value


# ---------------------------------------------------------------- the text


def test_a_real_plain_version_is_read() -> None:
    found = read(versions(BODY, f"<p>{ONE}</p><p>{TWO}</p><p>Menu</p>"))
    assert told(found) == [("body", ONE), ("body", TWO)]


def test_a_stub_is_not_read() -> None:
    found = read(versions("This message has HTML.", f"<h1>Talks end</h1><p>{ONE}</p><p>{TWO}</p>"))
    assert told(found) == [("heading", "Talks end"), ("body", ONE), ("body", TWO)]


def test_a_plain_version_full_of_addresses_is_not_read() -> None:
    plain = f"{ONE} ( https://a.example/1 )\n\n{TWO} ( https://a.example/2 )"
    found = read(versions(plain, f"<p>{ONE}</p><p>{TWO}</p>"))
    assert "a.example" not in found.text


def test_signature_and_notice_are_furniture() -> None:
    body = f"{BODY}\n-- \nJane Doe\nThe Meridian\n\nThis e-mail and any attachment are secret.\n"
    assert [role for role, _ in told(read(mail(body)))] == ["body", "body"] + ["notice"] * 4
    body = f"{BODY}\nSent from my telephone\n"
    assert told(read(mail(body)))[-1] == ("notice", "Sent from my telephone")


def test_what_is_quoted_is_furniture() -> None:
    own = f"{BODY} " * 3
    body = (
        f"{own}\nOn 7 May 2015 John Roe wrote:\n> A quoted line\n> that goes on.\n>> And deeper.\n"
    )
    assert told(read(mail(body)))[-4:] == [
        ("notice", "On 7 May 2015 John Roe wrote:"),
        ("notice", "A quoted line"),
        ("notice", "that goes on."),
        ("notice", "And deeper."),
    ]


def test_what_is_quoted_to_be_read_is_the_article() -> None:
    quoted = "".join(f"> {line}\n" for line in (f"{ONE} {TWO}", "") * 6)
    found = told(read(mail(f"Worth a look.\n\nJohn Roe wrote:\n{quoted}")))
    assert ("body", f"{ONE} {TWO}") in found
    assert ("notice", "John Roe wrote:") in found


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nFrom: Jane Doe <j@m.example>\n"
        "Date: Wed, 22 Sep 2021 at 14:05\nSubject: River talks end\nTo: <d@m.example>\n",
        "-----Original Message-----\nFrom: Jane Doe\nSent: Wednesday, September 22, 2021 2:05 PM\n"
        "To: Desk\nSubject: River talks end\n",
        "________________________________\nVon: Jane Doe\n"
        "Gesendet: Mittwoch, 22. September 2021 14:05\nAn: Desk\nBetreff: River talks end\n",
        "Begin forwarded message:\n\nFrom: Jane Doe <j@m.example>\nSubject: River talks end\n"
        "Date: 22 September 2021 at 14:05:00 CEST\n",
    ],
    ids=["web mail", "English", "German", "telephone"],
)
def test_a_head_inside_the_text_tells_more(head: str) -> None:
    found = read(mail(f"FYI\n\n{head}\n{BODY}", Subject="Fwd: x", From="John Roe <j@x.example>"))
    card = found.card
    assert (card.title, card.authors) == ("River talks end", ("Jane Doe",))
    assert card.published == date(2021, 9, 22)
    assert dict(found.card_cues)["author"] == "the forwarded head’s From"
    assert told(found)[0] == ("notice", "FYI")
    assert [text for role, text in told(found) if role == "body"] == [ONE, TWO]


def test_questions_and_answers_are_no_head() -> None:
    body = f"Q: What did they say?\n\nA: {ONE}\n\nFrom: the river to the sea it is a day.\n"
    assert {role for role, _ in told(read(mail(body)))} == {"body"}


@pytest.mark.parametrize(
    ("text", "joined", "expected"),
    [
        ("The ministers \nmet.\n", False, ["The ministers met."]),
        ("a \nb\n\nc\n", False, ["a b", "c"]),
        ("Ru \nri \ntania\n", True, ["Ruritania"]),
        (" From here\n", False, ["From here"]),
        ("own \n> quoted \n> on\n", False, ["own", "quoted on"]),
        ("own \n-- \nJane\n", False, ["own", "--", "Jane"]),
    ],
)
def test_flowed_text(text: str, joined: bool, expected: list[str]) -> None:
    found = mail_text.read(text, flowed=True, joined=joined)
    assert [each.text for each in found.blocks] == expected


@given(st.text(st.sampled_from("ab .>-—\n\t1X:"), max_size=300), st.booleans())
def test_no_letter_of_a_text_is_lost(text: str, flowed: bool) -> None:
    found = mail_text.read(text, flowed=flowed)
    kept = "".join(each.text for each in found.blocks)

    def letters(text: str) -> str:
        return "".join(each for each in text if each.isalnum())

    assert letters(kept) == letters(text)


# ---------------------------------------------------------------- encodings


RUSSIAN = "Министры двух стран встретились во вторник, и они говорили о реке, но не о мосте."


@pytest.mark.parametrize("charset", ["koi8-r", "x-unknown", "us-ascii", "utf-8", ""])
def test_an_unknown_or_wrong_charset_is_guessed(charset: str) -> None:
    codec = "koi8-r" if charset == "koi8-r" else "cp1251"
    kind = f"text/plain; charset={charset}" if charset else "text/plain"
    head = f"Subject: x\nContent-Type: {kind}\nContent-Transfer-Encoding: 8bit\n\n"
    found = read(head.encode() + (RUSSIAN + "\n").encode(codec) * 5)
    assert RUSSIAN in found.text
    assert found.encoding == codec
    assert (EncodingGuessed("a.eml", codec) in found.notices) == (charset != "koi8-r")


def test_the_person_knows_better() -> None:
    head = b"Subject: x\nContent-Type: text/plain; charset=cp1252\n\n"
    assert read(head + RUSSIAN.encode("cp1251"), "cp1251").text == RUSSIAN


@pytest.mark.parametrize("cut", range(5))
def test_broken_base64_gives_what_can_be_read(cut: int) -> None:
    coded = base64.b64encode(BODY.encode()).decode()
    head = "Subject: x\nContent-Transfer-Encoding: base64\n\n"
    assert ONE in read((head + coded[: len(coded) - cut] + "!*\n").encode()).text


def test_broken_quoted_printable_gives_what_can_be_read() -> None:
    kind = "Content-Type: text/plain; charset=utf-8"
    head = f"Subject: x\n{kind}\nContent-Transfer-Encoding: quoted-printable\n\n"
    assert read(f"{head}R=C3=A9union =ZZ fin=\nie=".encode()).text == "Réunion =ZZ finie"


# ---------------------------------------------------------------- other parts


def with_files(*files: tuple[str, str, bytes]) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "River talks"
    message.set_content(BODY)
    for name, kind, data in files:
        main, _, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message


def test_articles_are_offered_and_the_rest_is_named() -> None:
    message = with_files(
        ("talks.pdf", "application/pdf", b"%PDF-1.7 x"),
        ("../../etc/letter.docx", "application/octet-stream", b"PK"),
        ("unnamed", "application/octet-stream", b"{\\rtf1 x}"),
        ("map.png", "image/png", b"\x89PNG"),
        ("all.zip", "application/zip", b"PK\x03\x04"),
    )
    found = readers.read(message.as_bytes(), "a.eml")
    names = ["talks.pdf", "letter.docx", "unnamed.rtf"]
    assert [each.name for each in found.attachments] == names
    assert found.attachments[0].data == b"%PDF-1.7 x"
    assert AttachmentsFound("a.eml", tuple(names)) in found.article.notices
    unread = PartsUnread("a.eml", ("the attachment map.png", "the attachment all.zip"))
    assert unread in found.article.notices
    assert told(found.article) == [("body", ONE), ("body", TWO)]


def test_pictures_in_the_text_are_not_told() -> None:
    message = versions("x", f"<p>{ONE}</p><p>{TWO}</p><img src='cid:1'>")
    message.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<1>", filename="1.png")
    found = read(message)
    assert not any(isinstance(each, PartsUnread) for each in found.notices)


def test_a_text_file_is_offered_and_not_read_as_the_body() -> None:
    message = with_files(("notes.txt", "text/plain", b"Other words altogether."))
    found = readers.read(message.as_bytes(), "a.eml")
    assert [each.data for each in found.attachments] == [b"Other words altogether."]
    assert "Other words" not in found.article.text


def test_a_message_passed_on_as_a_file_is_the_article() -> None:
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "River talks end", "Jane Doe <j@m.example>"
    inner["Date"] = "Wed, 22 Sep 2021 14:05:00 +0000"
    inner.set_content(BODY)
    inner.add_attachment(b"%PDF-1.7 x", maintype="application", subtype="pdf", filename="a.pdf")
    outer = EmailMessage()
    outer["Subject"] = "Fwd: look"
    outer.set_content("Worth a look.")
    outer.add_attachment(inner)
    found = readers.read(outer.as_bytes(), "a.eml")
    card = found.article.card
    assert (card.title, card.authors, card.published) == (
        "River talks end",
        ("Jane Doe",),
        date(2021, 9, 22),
    )
    roles = told(found.article)
    assert roles[0] == ("notice", "Worth a look.")
    assert roles[-2:] == [("body", ONE), ("body", TWO)]
    assert [each.name for each in found.attachments] == ["a.pdf"]


def test_several_messages_are_offered() -> None:
    outer = with_files()
    for number in (1, 2):
        inner = EmailMessage()
        inner["Subject"] = f"Talks/{number}"
        inner.set_content(f"Words of message {number}.")
        outer.add_attachment(inner)
    found = readers.read(outer.as_bytes(), "a.eml")
    assert [each.name for each in found.attachments] == ["Talks 1.eml", "Talks 2.eml"]
    again = readers.read(found.attachments[1].data, found.attachments[1].name)
    assert again.article.text == "Words of message 2."


def test_a_message_that_is_only_its_file_can_be_opened() -> None:
    message = EmailMessage()
    message["Subject"] = "River talks"
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    found = readers.read(message.as_bytes(), "a.eml")
    assert found.article.text == "River talks"
    assert len(found.attachments) == 1


# ---------------------------------------------------------------- what is refused


def nested(depth: int) -> bytes:
    parts = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return ("Subject: x\n" + "".join(parts) + f"Content-Type: text/plain\n\n{BODY}").encode()


@pytest.mark.parametrize("depth", [60, 300, 900, 10_000])
def test_what_is_nested_too_deep(depth: int) -> None:
    start = time.process_time()
    with pytest.raises(TooDeep):
        read(nested(depth))
    assert time.process_time() - start < 3


def test_what_is_nested_as_mail_is() -> None:
    assert ONE in read(nested(8)).text


@pytest.mark.parametrize(
    "head",
    ["Subject: " + "x" * 3_000_000, "To: " + ",\n ".join(["a@b.example"] * 200_000),
     'Content-Type: text/plain; a="' + ";" * 500_000],
    ids=["one line", "folded", "semicolons"],
)  # fmt: skip
def test_a_huge_head(head: str) -> None:
    start = time.process_time()
    with pytest.raises(Damaged):
        read(f"{head}\n\n{BODY}".encode())
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "raw",
    [
        b"Content-Type: multipart/encrypted; boundary=b\n\n--b\n"
        b"Content-Type: application/octet-stream\n\nx\n--b--\n",
        b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=a.p7m\n\nMIAG\n",
        b"Subject: x\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n",
    ],
    ids=["PGP/MIME", "S/MIME", "PGP in the text"],
)
def test_what_is_encrypted(raw: bytes) -> None:
    with pytest.raises(Encrypted):
        read(raw)


@pytest.mark.parametrize("raw", [b"", b"Subject: x\n\n", b"\n\n", b"Subject: x\n\n \n\n"])
def test_no_body(raw: bytes) -> None:
    with pytest.raises(EmptySource):
        read(raw)


ODD_HEADS = [
    b"",
    b"Content-Type: multipart/mixed; boundary=\n",
    b"Content-Type: message/rfc822\n",
    b"Content-Type: text/plain; charset*0*=\xff\n",
    b"Content-Transfer-Encoding: uuencode\n",
    b"Subject: =?utf-8?b?a?= =?x?q?=ff?=\nDate: \n",
]


@given(st.binary(max_size=200), st.sampled_from(ODD_HEADS))
def test_any_bytes_are_read_or_refused_with_facts(data: bytes, head: bytes) -> None:
    try:
        found = read(b"X: y\n" + head + b"\n" + data)
    except BriefingError:
        return
    assert found.text.strip()
