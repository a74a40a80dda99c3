"""The messages of the W3C's feed validator (github.com/w3c/feedvalidator, ``i18n/en.py``), and what keeps each from
being said of our feeds. A message that is in neither table has not been thought of."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from feed_stand import ATOM, DC, HISTORY, LICENCES, MEDIA, TOMBSTONES
from lxml import etree

HELD_BY: Mapping[str, str] = {
    "SAXError, UnicodeError, MissingEncoding, ObscureEncoding, NonstdEncoding, BadXmlVersion": (
        "rss.the_document_is_xml_1_0_in_utf_8"
    ),
    "WPBlankLine, ObsoleteVersion, InvalidRSSVersion, InvalidDoctype": "rss.the_root_is_rss_2_0_with_one_channel",
    "UndefinedElement, UnexpectedText, UnexpectedAttribute, MissingElement, InvalidTextType": (
        "atom.every_feed_is_valid_by_the_schema"
    ),
    "UndefinedElement of RSS, NotInANamespace, MissingNamespace": ("rss.an_item_has_no_element_that_rss_does_not_know"),
    "MissingElement, MissingTitle, MissingLink, MissingDescription, NotBlank of a channel": (
        "rss.a_channel_has_title_link_and_description_and_none_is_empty"
    ),
    "MissingDCLanguage": "rss.the_language_is_a_tag",
    "MisplacedItem": "rss.items_come_after_everything_else_of_the_channel",
    "DuplicateElement of a channel": "rss.no_element_of_a_channel_is_repeated",
    "DuplicateElement of an item": "rss.no_element_of_an_item_is_repeated",
    "DuplicateSemantics, DuplicateItemSemantics, DuplicateDescriptionSemantics": (
        "validator.no_core_element_is_said_twice_in_another_vocabulary"
    ),
    "NonstdPrefix, ReservedPrefix, AvoidNamespacePrefix, MediaRssNamespace, ObsoleteNamespace": (
        "rss.every_namespace_has_the_prefix_readers_expect"
    ),
    "MisplacedMetadata": "atom.metadata_of_the_feed_stands_before_its_entries",
    "MissingGuid, InvalidHttpGUID, InvalidPermalink, InvalidBooleanAttribute, DuplicateValue, NotSufficientlyUnique": (
        "rss.a_guid_is_there_is_unique_and_no_permalink"
    ),
    "DuplicateEntries, DuplicateIds": "atom.4_1_1_no_two_entries_with_one_id",
    "InvalidURN, InvalidUUID, InvalidTAG, NonCanonicalURI": ("atom.4_2_6_an_id_is_an_absolute_iri_in_canonical_form"),
    "InvalidLink, InvalidFullLink, InvalidURI, InvalidURIAttribute, InvalidURLAttribute, NotURLEncoded": (
        "rss.addresses_are_absolute_uris_in_ascii"
    ),
    "InvalidIRI, InvalidUriChar, UriNotIri, SchemeNotIANARegistered": (
        "validator.every_address_is_of_the_characters_of_a_uri"
    ),
    "InvalidRFC2822Date": "rss.dates_are_rfc_822_with_four_digit_years_and_a_zone",
    "ProblematicalRFC822Date": "validator.zones_of_rss_are_of_whole_or_half_hours",
    "IncorrectDOW": "rss.the_day_of_the_week_is_right",
    "InvalidRFC3339Date, InvalidW3CDTFDate": "atom.3_3_dates_are_rfc_3339_with_a_zone",
    "DuplicateUpdated": "atom.4_2_15_no_two_entries_were_updated_at_one_moment",
    "InvalidLanguage": "validator.every_language_is_one_of_iso_639",
    "ItemMustContainTitleOrDescription, MissingRecommendedElement": "rss.an_item_has_a_title_and_a_link",
    "ContainsHTML, ContainsUndeclaredHTML": "validator.no_plain_text_reads_as_html",
    "ContainsHTML of a label": "validator.no_label_of_a_category_reads_as_html",
    "ContainsHTML of the title of a link": "validator.no_title_of_a_link_reads_as_html",
    "CharacterData of the profile": "validator.a_plain_text_of_rss_says_by_its_references_that_it_is_no_html",
    "ContainsEmail, InvalidContact": "validator.no_name_of_a_person_holds_an_address_or_a_tag",
    "InvalidAddrSpec": "rss.an_author_is_named_in_dublin_core_since_rss_wants_a_mail_address",
    "NotHtml, SecurityRisk, SecurityRiskAttr, DangerousStyleAttr, UndefinedNamedEntity": (
        "validator.html_is_without_a_fault_and_of_elements_and_attributes_that_can_do_nothing"
    ),
    "ContainsRelRef": "content.every_address_is_absolute_and_of_the_web",
    "NeedDescriptionBeforeContent": "rss.the_description_stands_before_the_content",
    "BadCharacters": "validator.no_text_holds_a_character_that_speaks_of_a_wrong_encoding",
    "UnexpectedWhitespace": "validator.no_white_space_stands_around_what_is_no_prose",
    "DuplicateAtomLink": "atom.4_1_1_no_two_alternates_of_one_type_and_language",
    "MissingHref, RelativeSelf": "atom.4_2_7_a_link_has_an_absolute_address",
    "UnregisteredAtomLinkRel, FeedHistoryRelInEntry, SelfNotAtom, AttrNotBlank, AtomLinkNotEmpty": (
        "messages.links_are_as_the_validator_knows_them"
    ),
    "MissingSelf, MissingAtomSelfLink": "rss.the_feed_names_its_own_address",
    "MissingContentOrAlternate, MissingTextualContent, MissingSummary": (
        "atom.4_1_2_an_entry_without_content_has_an_alternate"
    ),
    "InvalidMIMEType, MissingTypeAttr, HtmlFragment, NotInline": "atom.4_1_3_content_is_html_that_says_so",
    "MissingSourceElement": "atom.4_2_11_a_source_has_id_title_and_updated",
    "MissingAttribute, InvalidIntegerAttribute, UseZeroForUnknown, InvalidMIMEAttribute, DuplicateEnclosure": (
        "rss.an_enclosure_has_address_length_and_type_and_is_the_only_one"
    ),
    "UseOfExtensionAttr": "messages.no_element_of_rss_has_an_attribute_of_an_extension",
    "MissingCurrentInArchive, ArchiveIncomplete": "messages.an_archive_leads_to_others_and_to_the_feed",
    "UnknownNamespace, UnsupportedNamespace": "messages.no_namespace_but_that_of_tombstones_is_unknown",
    "AvoidTextInput, NoBlink": "rss.a_channel_has_no_element_that_rss_does_not_know",
    "InvalidMediaMedium, InvalidPositiveInteger, InvalidInteger, InvalidNonNegativeInteger, IntegerOverflow": (
        "media.medium_type_and_size_agree_with_the_file"
    ),
    "InvalidMediaTextType": "media.a_description_says_that_it_is_plain",
    "InvalidMediaHash, InvalidMediaRating, InvalidMediaRestriction, InvalidMediaExpression of content": (
        "media.no_other_attribute_is_used"
    ),
    "InvalidOPMLVersion, MissingXmlURL, MissingUrlAttr, MissingTitleAttr, MissingOutlineType": (
        "messages.lists_of_feeds_are_opml_with_what_each_line_needs"
    ),
    "InvalidOutlineVersion, InvalidOutlineType": "messages.lists_of_feeds_are_opml_with_what_each_line_needs",
}
"""A message, or several that come of one fault → the test that fails where it would be said (module, name)."""

NOT_OURS: Mapping[str, str] = {
    "ImplausibleDate": "a story of before 1990 or dated ahead: its date is its date; a check names what is ahead",
    "ValidatorLimit": "a feed of over two million bytes, which fifty very long stories would make",
    "HttpError, IOError, UnexpectedContentType, EncodingMismatch, UnknownEncoding, TempRedirect, TextXml": "the server",
    "Uncompressed, HttpProtocolError, HttpsProtocolError, HttpsProtocolWarning, NonSpecificMediaType": "the server",
    "SelfDoesntMatchLocation, SameDocumentReference": "where a feed is served elsewhere than at SITEURL",
    "InvalidWidth, InvalidHeight, ImageLinkDoesntMatch, ImageUrlFormat": "no image of a channel is written",
    "InvalidHour, InvalidDay, NotEnoughHoursInTheDay, EightDaysAWeek, InvalidUpdatePeriod": "no hint is written",
    "ContainsSystemEntity, DeprecatedDTD, FatalSecurityRisk": "no document type is written",
    "HttpErrorWithPossibleFeed": "the server",
    "ImageTitleDoesntMatch": "no image of a channel is written",
    "UnknownHost, EmailFormat, MissingRealName": "no mail address is written",
    "SlashDate, CommentRSS, NoThrWhen": "no comments are written",
    "UseZeroForMidnight": "no hint is written",
    "FeedRelInCompleteFeed, CurrentNotSelfInCompleteFeed, LinkPastEnd": "no feed says that it is all there is",
    "NotUTF8": "every feed is in UTF-8, and says so",
    "RSS20Profile, BestPractices, InvalidValue, InvalidISO8601Date, InvalidISO8601DateTime": "kinds of other messages",
    "QuestionableUsage, UndeclaredPrefix, MissingRecommendedAttribute, UndeterminableVocabulary": (
        "of vocabularies that are not written: indexing, syndication rights, paths into a document"
    ),
    "InvalidItunesCategory, InvalidItunesEpisodeType, InvalidItunesChannelType, ObsoleteItunesCategory": "podcasts",
    "InvalidYesNo, InvalidYesNoClean, InvalidDuration, TooLong, InvalidKeywords, UnsupportedItunesFormat": "podcasts",
    "MissingItunesElement, MissingItunesEmail": "podcasts",
    "InvalidCreditRole, DeprecatedMediaAdult, MediaGroupWithoutAlternatives": "other parts of Media RSS",
    "InvalidNPTTime, InvalidMediaRestrictionRel, InvalidMediaRestrictionType": "other parts of Media RSS",
    "ConflictingCatAttr, ConflictingCatChildren, InvalidMediaRange, UndefinedParam": "documents of the Atom Protocol",
    "ShouldIncludeExample, InvalidAdultContent, InvalidSyndicationRight, InvalidEncoding": "OpenSearch descriptions",
    "InvalidLocalRole, InvalidLocalParameter": "OpenSearch descriptions",
    "InvalidFormComponentName, InvalidAccessRestrictionRel": "the modules for forms and access restrictions",
    "InvalidSseType, InvalidNSS, SinceAfterUntil, MissingByAndWhenAttrs": "FeedSync",
    "InvalidAlphanum, InvalidPercentage, InvalidCommaSeparatedIntegers": "KML, FeedSync and the like",
    "InvalidLatitude, InvalidLongitude": "places on Earth",
    "InvalidRDF, InvalidNamespace, ObsoleteWikiNamespace": "RSS 1.0",
    "InvalidExpansionState, InvalidTrueFalse": "the looks of an outline",
    "InvalidContentMode, NotEscaped, NotBase64, MissingXhtmlDiv, MisplacedXHTMLContent": "content is of type html",
}
"""What the validator may say and no test of a feed could prevent, or of what we do not write, with why."""

KNOWN_RELATIONS = {
    *("alternate", "current", "enclosure", "hub", "license", "next-archive", "prev-archive", "related", "self", "via"),
}
"""Relations of links that we write, all of which the validator knows."""

OF_HISTORY = {"current", "next-archive", "prev-archive"}

KNOWN_NAMESPACES = {ATOM, DC, MEDIA, HISTORY, LICENCES, "{http://purl.org/rss/1.0/modules/content/}"}
"""Those that we write and the validator knows; that of tombstones it does not."""


@pytest.mark.parametrize("place", sorted(set(HELD_BY.values())))
def test_the_test_that_is_named_is_there(place: str) -> None:
    module, name = place.split(".")
    folder = Path(__file__).parent
    path = folder / ("test_messages.py" if module == "messages" else f"test_rules_{module}.py")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert f"test_{name}" in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_no_message_is_both_held_and_not_ours() -> None:
    held, other = ({name for names in table for name in names.split(", ")} for table in (HELD_BY, NOT_OURS))
    assert not held & other and len(held) + len(other) > 200


def test_links_are_as_the_validator_knows_them(output: Path) -> None:
    seen = set()
    for path, root in documents(output):
        for link in root.iter(f"{ATOM}link"):
            relation, parent = link.get("rel"), link.getparent()
            assert relation in KNOWN_RELATIONS, path
            assert relation not in OF_HISTORY or parent.tag != f"{ATOM}entry", path
            assert relation != "self" or link.get("type") in ("application/atom+xml", "application/rss+xml"), path
            assert not (link.text or "").strip() and all(value.strip() for value in link.attrib.values()), path
            seen.add(relation)
    assert len(seen) > 5


def test_an_archive_leads_to_others_and_to_the_feed(output: Path) -> None:
    """Of a feed with one document of history alone see `test_odd_sites`: that is still open, and no archive."""
    seen = 0
    for path, root in documents(output):
        if root.find(f".//{HISTORY}archive") is not None:
            relations = {link.get("rel") for link in root.iter(f"{ATOM}link")}
            assert "current" in relations and relations & {"prev-archive", "next-archive"}, path
            seen += 1
    assert seen > 2


def test_no_namespace_but_that_of_tombstones_is_unknown(output: Path) -> None:
    found = {f"{{{url}}}" for _, root in documents(output) for each in root.iter() for url in each.nsmap.values()}
    assert found == {*KNOWN_NAMESPACES, TOMBSTONES}


def test_no_element_of_rss_has_an_attribute_of_an_extension(output: Path) -> None:
    seen = 0
    for path, root in documents(output):
        for element in root.iter() if root.tag == "rss" else ():
            if isinstance(element.tag, str) and not element.tag.startswith("{"):
                assert not [name for name in element.attrib if name.startswith("{")], f"{path}: {element.tag}"
                seen += 1
    assert seen > 500


def test_lists_of_feeds_are_opml_with_what_each_line_needs(output: Path) -> None:
    needed = {"rss": {"text", "title", "xmlUrl"}, "atom": {"text", "title", "xmlUrl"}, "link": {"text", "url"}}
    for path in sorted(output.rglob("*.opml")):
        root = etree.fromstring(path.read_bytes())
        assert root.get("version") == "2.0" and root.findtext("head/title") and root.find("body/outline") is not None
        for line in root.iter("outline"):
            kind = line.get("type")
            assert needed[kind] <= set(line.attrib) if kind else set(line.attrib) == {"text"} and len(line), path


def documents(output: Path) -> Iterator[tuple[str, etree._Element]]:
    """Every feed of the site that is XML."""
    for path in sorted((output / "feeds").rglob("*.xml")):
        yield path.relative_to(output).as_posix(), etree.fromstring(path.read_bytes())
