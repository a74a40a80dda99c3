"""Query parameters that say how a reader came, never which page it is: known by name, and taken out of addresses."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qs, unquote_plus, urlsplit

_NAMES = (
    # clicks on adverts, by who sold them
    "fbclid gclid gclsrc gad_source gad_campaignid dclid gbraid wbraid msclkid yclid ysclid twclid ttclid tblci"
    " li_fat_id rb_clickid obclid outbrainclickid rdt_cid sccid scclid irclickid irgwc cjevent awc vmcid zanpid"
    " srsltid _gac s_kwcid ef_id"
    # newsletters and the programs that send them
    " mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking vero_id vero_conv oly_anon_id oly_enc_id"
    " _openstat sc_src sc_llid sc_lid sc_uid sc_customer _bta_tid _bta_c trk_contact trk_msg trk_module trk_sid"
    " dm_i ml_subscriber ml_subscriber_hash ck_subscriber_id bxid cndid esrc _kx _ke elqtrack elqtrackid elqaid"
    " elqat elqcampaignid nr_email_referer emci emdi "
    # shares in networks
    " igshid igsh ig_rid ig_mid __twitter_impression ref_src ref_url __tn__ __cft__[0] mibextid sfnsn share_type shared"
    " feature_share smid smtyp soc_src soc_trk wickedid "
    # campaigns of news sites
    " _ga _gl cmpid cmp ncid ocid icid sref srnd taid ito ftag wt_mc wtmc wt.mc_id wt_zmc at_medium at_campaign"
    " at_custom1 at_custom2 at_custom3 at_custom4 at_link_id at_link_type at_link_origin at_format at_ptr_name"
    " at_bbc_team xtor xtref rss referrer spm scm guccounter guce_referrer guce_referrer_sig s_cid trk _trk trkcampaign"
    " cvid partner_id outputtype amp_js_v usqp src_cmp chn cn-reloaded intcmp int_cmp ns_mchannel ns_source"
    " ns_campaign ns_linkname ns_fee adgroupid hootpostid taboolaclickid "
)
TRACKING = frozenset(_NAMES.split())
"""Names of such parameters, in lower case. Seen on links in saved pages and in what news sites offer for sharing."""

TRACKING_PREFIXES = (
    "utm_", "pk_", "piwik_", "mtm_", "matomo_", "hsa_", "stm_", "itm_", "ga_", "at_recipient_", "wt_", "aff_sub",
    "fb_action_", "fb_source", "fb_ref", "_branch_",
)  # fmt: skip
"""Beginnings of such names."""


def is_tracking(name: str) -> bool:
    """Whether a parameter of this name only tracks."""
    name = name.casefold()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def without_tracking(query: str) -> str:
    """A query without the parameters that only track; what is left is written as it was."""
    if not query:
        return query
    kept = [part for part in query.split("&") if not is_tracking(unquote_plus(part.partition("=")[0]))]
    return query if len(kept) == query.count("&") + 1 else "&".join(kept)


_DOORS: Final = {
    "google.com/url": ("q", "url"),
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "l.instagram.com/": ("u",),
    "youtube.com/redirect": ("q",),
    "out.reddit.com/": ("url",),
    "t.umblr.com/redirect": ("z",),
    "vk.com/away.php": ("to",),
    "away.vk.com/away.php": ("to",),
    "slack-redir.net/link": ("url",),
    "safelinks.protection.outlook.com/": ("url",),
}
"""Pages that only count who goes through them, by host and path, and the parameters that say where to."""
_SAFE: Final = ("http://", "https://")


def behind_doors(address: str) -> str:
    """The address that a link leads to through such a page, as documents and mails have them."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    host = parts.netloc.lower().removeprefix("www.")
    names = _DOORS.get(host + parts.path) or _DOORS.get(host.partition(".")[2] + parts.path, ())
    given = parse_qs(parts.query) if names else {}
    return next((to[0] for name in names if (to := given.get(name)) and to[0].startswith(_SAFE)), address)
