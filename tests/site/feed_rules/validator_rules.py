"""The table of the validator's messages: names, what is asked for, how it is found, and an edit that must be found."""

from __future__ import annotations

import re
from collections.abc import Iterator

import findings
from test_rules_atom import RFC_3339
from test_rules_rss import RFC_822
from validator import Feed, Rule

DECLARED = b"<?xml version='1.0' encoding='UTF-8'?>"
LARGEST = 2_000_000
"""Bytes of a feed that the validator reads."""


def undeclared(feed: Feed) -> Iterator[bytes]:
    return (data for data in (feed.data[: len(DECLARED)],) if data != DECLARED)


def document_types(feed: Feed) -> Iterator[bytes]:
    return iter(re.findall(rb"<!(?:DOCTYPE|ENTITY)", feed.data))


def too_large(feed: Feed) -> Iterator[int]:
    return (size for size in (len(feed.data),) if size > LARGEST)


RSS_RULES: tuple[Rule, ...] = (
    Rule(
        "ObsoleteVersion, WPBlankLine",
        "RSS 2.0 with one channel, nothing before it",
        findings.other_versions,
        (rb'version="2.0"', b'version="0.91"'),
    ),
    Rule(
        "UndefinedElement, NotInANamespace, AvoidTextInput",
        "no element that RSS does not know",
        findings.unknown_elements,
        (rb"</item>", b"<textInput/></item>"),
    ),
    Rule(
        "InvalidRFC2822Date",
        "dates with four digits of the year, two of the day and a zone in numbers",
        lambda feed: findings.wrong(feed.texts("pubDate", "lastBuildDate"), RFC_822),
        (rb" [+-]\d{4}</pubDate>", b" CEST</pubDate>"),
    ),
    Rule(
        "IncorrectDOW",
        "the day of the week that the date is",
        findings.weekdays,
        (rb"<pubDate>\w{3}", b"<pubDate>Day"),
    ),
    Rule(
        "ProblematicalRFC822Date",
        "zones of whole or half hours",
        findings.odd_zones,
        (rb"\d\d</pubDate>", b"45</pubDate>"),
    ),
    Rule(
        "MissingGuid, DuplicateValue, NotSufficientlyUnique",
        "a GUID for every item, and for no two one",
        findings.guids_again,
        (rb"(<item>.*?</item>)", rb"\1\1"),
    ),
    Rule(
        "InvalidHttpGUID, InvalidPermalink",
        "a GUID that says it is no address",
        findings.permalinks,
        (rb' isPermaLink="false"', b""),
    ),
    Rule(
        "DuplicateSemantics, DuplicateItemSemantics, DuplicateDescriptionSemantics",
        "nothing said twice in two vocabularies",
        findings.said_twice,
        (rb"<pubDate>", b"<author>a@b.example</author><pubDate>"),
    ),
    Rule(
        "UseOfExtensionAttr",
        "no attribute of another vocabulary on an element of RSS",
        findings.foreign_attributes,
        (rb"<item>", b'<item xml:lang="en">'),
    ),
)  # fmt: skip

ATOM_RULES: tuple[Rule, ...] = (
    Rule(
        "InvalidRFC3339Date, InvalidW3CDTFDate",
        "dates with a zone",
        lambda feed: findings.wrong(findings.moments(feed), RFC_3339),
        (rb"(?:Z|[+-]\d\d:\d\d)</updated>", b"</updated>"),
    ),
    Rule(
        "DuplicateUpdated",
        "no two entries that changed at one moment",
        findings.updated_again,
        (rb"(<entry.*?</entry>)", rb"\1\1"),
    ),
    Rule(
        "DuplicateEntries, DuplicateIds",
        "no two entries with one id",
        findings.ids_again,
        (rb"(<entry.*?</entry>)", rb"\1\1"),
    ),
    Rule(
        "InvalidURN, InvalidUUID, InvalidTAG, NonCanonicalURI, SchemeNotIANARegistered",
        "ids of entries that are urns of a UUID, in lower case",
        findings.odd_ids,
        (rb"<id>urn:uuid:", b"<id>just-a-word:"),
    ),
    Rule(
        "MissingContentOrAlternate, MissingTextualContent, MissingSummary, NotBlank, InvalidContentMode",
        "content, or a page that has it",
        findings.textless,
        (rb"<content type=\"html\">[^<]*</content>", b'<content type="html"></content>'),
    ),
    Rule(
        "MissingSourceElement",
        "a source with id, title and date",
        findings.sourceless,
        (rb"(<source>\s*)<id>[^<]*</id>", rb"\1"),
    ),
    Rule(
        "DuplicateAtomLink, MissingHref, RelativeSelf",
        "one alternate of a type and language",
        findings.alternates,
        (rb'(<link [^<>]*rel="alternate"[^<>]*/>)', rb"\1\1"),
    ),
    Rule(
        "InvalidTextType, MissingXhtmlDiv, MisplacedXHTMLContent, NotEscaped, NotBase64",
        "text, or HTML that says so",
        findings.odd_types,
        (rb"<content type=\"html\">", b'<content type="xhtml">'),
    ),
)  # fmt: skip

RULES_OF_BOTH: tuple[Rule, ...] = (
    Rule(
        "SAXError, UnicodeError, MissingEncoding, ObscureEncoding, NonstdEncoding, BadXmlVersion, NotUTF8",
        "XML 1.0 in UTF-8 that says so",
        undeclared,
        (rb"encoding='UTF-8'", b"encoding='utf8'"),
    ),
    Rule(
        "XmlDanger, InvalidDoctype, ContainsSystemEntity, DeprecatedDTD",
        "no document type",
        document_types,
        (rb"\?>\n", b"?>\n<!DOCTYPE x>"),
    ),
    Rule(
        "ValidatorLimit",
        "a feed that is read to its end",
        too_large,
        (rb"(</rss>|</feed>)", b" " * LARGEST + rb"\1"),
    ),
    Rule(
        "MissingElement, ItemMustContainTitleOrDescription, MissingDescription, MissingUpdatedElement",
        "every element that must be there, with text",
        findings.missing,
        (rb"<title>[^<]*</title>", b"<title></title>"),
    ),
    Rule(
        "DuplicateElement",
        "no element twice that may be there once",
        findings.more_than_once,
        (rb"(<title[^<>]*>[^<]*</title>)", rb"\1\1"),
    ),
    Rule(
        "MisplacedMetadata, NeedDescriptionBeforeContent",
        "the feed's own before its items, the description before the content",
        findings.order,
        (rb"(</channel>|</feed>)", rb"<generator>x</generator>\1"),
    ),
    Rule(
        "AvoidNamespacePrefix, NonstdPrefix, ReservedPrefix, ObsoleteNamespace, MediaRssNamespace, MissingNamespace",
        "namespaces that are known, under the prefix that is expected",
        findings.namespaces,
        (rb"(xmlns:|</?)dc(?=[=:])", rb"\1dublin"),
    ),
    Rule(
        "MissingSelf, MissingAtomSelfLink, SelfDoesntMatchLocation",
        "the address that the feed is served at, once",
        findings.self_links,
        (rb'rel="self"', b'rel="via"'),
    ),
    Rule(
        "InvalidLink, InvalidFullLink, InvalidURI, InvalidIRI, UriNotIri, InvalidUriChar, NotURLEncoded",
        "addresses that are absolute URIs in ASCII",
        findings.addresses,
        (rb'(href|url)="https://', rb'\1="//'),
    ),
    Rule(
        "InvalidLink of a host",
        "hosts that the domain name system could have",
        findings.hosts,
        (rb'href="https?://[^/"]*', "href=\"https://bücher.example".encode()),
    ),
    Rule(
        "SameDocumentReference, AttrNotBlank, AtomLinkNotEmpty",
        "no link that leads to the document itself",
        findings.leading_nowhere,
        (rb'href="https?://[^"]*"', b'href="#top"'),
    ),
    Rule(
        "UnregisteredAtomLinkRel, UnregisteredAtomRel, SelfNotAtom",
        "relations of links that are registered",
        findings.unknown_relations,
        (rb'rel="related"', b'rel="somehow"'),
    ),
    Rule(
        "FeedHistoryRelInEntry, MissingCurrentInArchive, ArchiveIncomplete",
        "relations of history on archives, and on no item; archives that lead to others",
        findings.archived,
        (rb'rel="via"', b'rel="current"'),
    ),
    Rule(
        "InvalidMIMEType, InvalidMIMEAttribute, InvalidMediaType, MissingTypeAttr",
        "media types of two words",
        findings.media_types,
        (rb'type="(text|application|image)/', b'type="'),
    ),
    Rule(
        "MissingAttribute, InvalidIntegerAttribute, DuplicateEnclosure",
        "one enclosure, with its length",
        findings.enclosures,
        (rb'length="\d+"', b'length="big"'),
    ),
    Rule(
        "InvalidLanguage",
        "languages of ISO 639",
        findings.languages,
        (rb'(<dc:language>|xml:lang=")\w+', rb"\1klingonian"),
    ),
    Rule(
        "ContainsRelRef",
        "addresses in HTML that are absolute",
        findings.relative,
        (rb'href=(&quot;|")https?:[^ &"]*', rb"href=\1/here"),
    ),
    Rule(
        "NotHtml, ContainsUndeclaredHTML of content, HtmlFragment, NoBlink",
        "HTML without a fault",
        findings.html_faults,
        (rb"&lt;/p&gt;", b"&lt;/q&gt;"),
    ),
    Rule(
        "SecurityRisk, SecurityRiskAttr, DangerousStyleAttr, CssErrors",
        "elements and attributes that can do nothing",
        findings.dangers,
        (rb"&lt;p&gt;", b'&lt;p onclick="x"&gt;'),
    ),
    Rule(
        "UndefinedNamedEntity",
        "character references that HTML knows",
        findings.entities,
        (rb"&lt;p&gt;", b"&lt;p&gt;&amp;nothing;"),
    ),
    Rule(
        "ContainsHTML, ContainsUndeclaredHTML, CharacterData",
        "plain text that nobody could take for HTML",
        findings.readable_as_html,
        (rb"(<dc:creator>|<name>)[^<]*", rb"\1AT&amp;amp;T"),
    ),
    Rule(
        "ContainsEmail, InvalidContact, InvalidAddrSpec",
        "names of people that are no addresses",
        findings.addressed_people,
        (rb"(<dc:creator>|<name>)[^<]*", rb"\1Ann &lt;ann@lee.example&gt;"),
    ),
    Rule(
        "BadCharacters",
        "no character that speaks of a wrong encoding",
        findings.wounds,
        (rb"<title>", "<title>\x92".encode()),
    ),
    Rule(
        "UnexpectedWhitespace, UnexpectedText",
        "no white space around what is no prose, no text between elements",
        findings.spaced,
        (rb"(<link>|<id>)", rb"\1 "),
    ),
)  # fmt: skip
"""Rules of what RSS and Atom share."""


def rules_for(feed: Feed) -> tuple[Rule, ...]:
    """The rules of a document."""
    return (*RULES_OF_BOTH, *(RSS_RULES if feed.is_rss else ATOM_RULES))
