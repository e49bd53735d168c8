"""What is known and not read: by which bytes, names or parts it shows, and its kind.

A kind is a key of ``messages``, which has words for each.
"""

from __future__ import annotations

STARTS = (
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x00\x00\x01\x00", "picture"),
    (b"8BPS\x00", "picture"),
    (b"AT&TFORM", "picture"),
    (b"\xff\x0a", "picture"),
    (b"\x00\x00\x00\x0cjP  ", "picture"),
    (b"\x1f\x8b\x08", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"BZh9", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"MSCF\x00", "archive"),
    (b"ID3\x02", "sound"),
    (b"ID3\x03", "sound"),
    (b"ID3\x04", "sound"),
    (b"\xff\xfb", "sound"),
    (b"\xff\xf3", "sound"),
    (b"OggS\x00", "sound"),
    (b"fLaC", "sound"),
    (b"\x1a\x45\xdf\xa3", "sound"),
    (b"FLV\x01", "sound"),
    (b"0&\xb2u\x8ef\xcf\x11", "sound"),
    (b"#!AMR", "sound"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xce\xfa\xed\xfe", "program"),
    (b"\x00asm", "program"),
    (b"SQLite format 3\x00", "database"),
    (b"\x00\x01\x00\x00Standard ", "database"),
    (b"!BDN", "mailbox"),
    (b"\x78\x9f\x3e\x22", "winmail"),
    (b"\xffWPC", "wordperfect"),
    (b"\xdb\xa5-\x00", "old-word"),
    (b"1\xbe\x00\x00", "old-word"),
    (b"bplist00", "web-archive"),
    (b"%!PS", "postscript"),
    (b"ITSF\x03", "e-book"),
    (b"BEGIN:VCALENDAR", "calendar"),
    (b"BEGIN:VCARD", "calendar"),
    (b"[InternetShortcut]", "shortcut"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "shortcut"),
)
CONTAINERS = {b"WEBP": "picture", b"WAVE": "sound", b"AVI ": "sound"}
PICTURE_BRANDS = (b"heic", b"heix", b"heif", b"mif1", b"msf1", b"avif")
ROOTS = {
    b"svg": "picture",
    b"FictionBook": "e-book",
    b"wordDocument": "word-xml",
    b"package": "word-xml",
    b"rss": "structured",
    b"feed": "structured",
}
OLE_ENTRIES = (
    ("__substg1.0_", "outlook"),
    ("WordDocument", "old-word"),
    ("Workbook", "excel"),
    ("PowerPoint Document", "powerpoint"),
    ("MatOST", "works"),
    ("Book", "excel"),
)
"""Names in the directory of an old Office file, and what has them; one may lie in another."""
INSIDE_ZIP = (
    ("xl/", "excel"),
    ("ppt/", "powerpoint"),
    ("meta-inf/container.xml", "e-book"),
    ("index/document.iwa", "pages"),
    ("index.xml", "pages"),
    ("fixeddocseq.fdseq", "xps"),
)
ODF = "application/vnd.oasis.opendocument."
OPEN_DOCUMENT = {
    f"{ODF}spreadsheet": "spreadsheet",
    f"{ODF}presentation": "presentation",
    f"{ODF}graphics": "picture",
    "application/vnd.sun.xml.writer": "old-openoffice",
    "application/epub+zip": "e-book",
}
BY_SUFFIX = {
    suffix: kind
    for kind, suffixes in (
        ("old-word", ".doc .dot .wri"),
        ("outlook", ".msg .oft"),
        ("excel", ".xls .xlsx .xlsm .xlsb .xlt .xltx"),
        ("powerpoint", ".ppt .pptx .pptm .pps .ppsx .pot .potx"),
        ("spreadsheet", ".ods .ots .fods .numbers .sxc"),
        ("presentation", ".odp .otp .fodp .key .sxi"),
        ("e-book", ".epub .mobi .azw .azw3 .kfx .fb2 .chm .lit"),
        ("pages", ".pages"),
        ("wordperfect", ".wpd .wp5 .wp6"),
        ("works", ".wps"),
        ("old-openoffice", ".sxw .stw .sdw"),
        ("postscript", ".ps .eps"),
        ("xps", ".xps .oxps"),
        (
            "picture",
            ".png .jpg .jpeg .jfif .gif .tif .tiff .bmp .webp .heic .heif .avif .svg .ico .psd"
            " .djvu .jp2 .jxl .emf .wmf .ai .odg",
        ),
        (
            "sound",
            ".mp3 .m4a .aac .wav .ogg .oga .opus .flac .wma .amr .mp4 .m4v .mov .avi .mkv .webm"
            " .wmv .mpg .mpeg .flv",
        ),
        ("archive", ".zip .7z .rar .tar .gz .tgz .bz2 .xz .zst .cab .iso .dmg .jar"),
        (
            "program",
            ".exe .dll .msi .com .scr .bat .cmd .ps1 .vbs .js .sh .app .apk .deb .rpm .bin .class"
            " .hta",
        ),
        ("database", ".mdb .accdb .sqlite .db"),
        ("mailbox", ".pst .ost .mbox .mbx"),
        ("web-archive", ".webarchive"),
        ("calendar", ".ics .vcf .vcs"),
        ("shortcut", ".url .webloc .lnk .desktop"),
        ("structured", ".json .jsonl .csv .tsv .xml .yaml .yml .rss .atom .sql .log"),
    )
    for suffix in suffixes.split()
}
