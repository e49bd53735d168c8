"""Articles of our own writing, as paragraphs."""

from __future__ import annotations

HEADLINE = "Velmar and Osk agree to share the northern lock"
DECK = "Ministers call the accord a first step"
HARBOUR = (
    "The governments of Velmar and Osk agreed on Tuesday to run the northern lock together, "
    "ending eleven years of argument over who pays for the dredging of the channel that both "
    "countries use.",
    "Under the accord, which was signed in the customs house of Lower Tarn, a commission of six "
    "will set the tolls, keep the surveillance cameras and publish its accounts every spring. "
    "Neither side may close the gates without two weeks of notice.",
    "“Nobody got all that was asked for, and that is why it will hold,” said Ida Brennmark, the "
    "transport minister of Velmar. Her counterpart from Osk, Pavel Rimsky, called it “a modest, "
    "well-drafted and long-overdue document”.",
    "The lock was built in 1931. It was widened twice, most recently after the floods of 1987, "
    "and has carried less traffic in every year since the rail tunnel was opened.",
    "Shipping companies had complained that short-term closures, announced on the morning of the "
    "same day, made it impossible to plan a voyage through the channel in winter.",
    "Analysts in Port Lessing were cautious. A longstanding quarrel over the infrastructure of "
    "the eastern bank, where Osk has kept a garrison, is not mentioned in the accord at all.",
    "The opposition in Velmar said that the cabinet had given away sovereignty for a handful of "
    "concessions. “We shall ask for a vote,” its leader, Tomas Ekdahl, told reporters outside "
    "the parliament.",
    "Osk has no such debate: its assembly is in recess until October, and its government may "
    "ratify agreements of a technical character by decree.",
    "The commission is to meet for the first time in late November, in alternating cities. Its "
    "secretariat will have a staff of fourteen, most of them hydrologists and engineers.",
    "Both ministers declined to say what the dredging will cost. A study of the university of "
    "Lower Tarn, published in March, put it at 46 million crowns over five years, not counting "
    "the removal of contaminated sediments.",
    "Environmental groups welcomed the plan to publish measurements of the water, though they "
    "noted that no independent laboratory is named in the text of the accord.",
    "The signing had been postponed three times. It was preceded by a telephone conversation "
    "between the two presidents, who have not met in person since the border incident of 2014.",
)

MARKET = (
    "Prices on the covered market of Sant Orell rose for the seventh week in a row, the chamber "
    "of commerce said, as a cold spring kept early vegetables scarce and fuel remained dear.",
    "A crate of tomatoes that was sold for nine crowns in February now fetches sixteen. Traders "
    "expect little relief before the first deliveries from the southern greenhouses arrive.",
    "“People buy by the piece, they no longer buy by the kilo,” said Marta Quell, who has kept "
    "a stall under the eastern arcade for thirty-one years.",
    "The municipality has promised to waive its fees for stalls until midsummer. Whether this "
    "will be passed on to customers is disputed, even among the councillors who proposed it.",
    "Wholesalers blame the weather and the roads. The pass at Grauen was closed for nineteen "
    "days, and the detour through the valley adds four hours to every journey.",
    "An inquiry by the consumer bureau found that margins had hardly changed, but that small "
    "shops paid considerably more for transport than the two large chains.",
)


def numbered(count: int) -> list[str]:
    """Many paragraphs, no two the same."""
    stories = (*HARBOUR, *MARKET)
    return [
        f"In case {number} of the record: {stories[number % len(stories)]}"
        for number in range(1, count + 1)
    ]
