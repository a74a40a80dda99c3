"""Which addresses are of this machine or its network, and connections that are made to none of them.

A stranger may have written the list of feeds, and a stranger's server may send us on: neither may make this machine ask
its neighbours. A name may lead to another address when it is looked up again, so what counts is the address that a
connection was really made to.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Final

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

TRANSLATED: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""Addresses of version 6 that a network makes of those of version 4 (RFC 6052, 2.1)."""


class AtHomeError(Exception):
    """A connection to this machine or its network, which was closed before anything was asked."""


def is_local(number: str) -> bool:
    """Whether an address is no public one: of this machine, its network, or of nobody; also one of version 4 in the
    clothes of version 6."""
    address: Address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        address = inner or (ipaddress.IPv4Address(address.packed[-4:]) if address in TRANSLATED else address)
    return not address.is_global or address.is_multicast


def looked_at(made: socket.socket) -> socket.socket:
    """A connection, if it leads outside. Raises AtHomeError."""
    if is_local(str(made.getpeername()[0])):
        made.close()
        raise AtHomeError
    return made


class OutwardConnection(HTTPConnection):
    """A connection of http to a public address."""

    def _new_conn(self) -> socket.socket:
        return looked_at(super()._new_conn())


class OutwardSecureConnection(HTTPSConnection):
    """A connection of https to a public address."""

    def _new_conn(self) -> socket.socket:
        return looked_at(super()._new_conn())


class OutwardPool(urllib3.HTTPConnectionPool):
    """Connections of http to public addresses."""

    ConnectionCls = OutwardConnection


class OutwardSecurePool(urllib3.HTTPSConnectionPool):
    """Connections of https to public addresses."""

    ConnectionCls = OutwardSecureConnection


def outward(timeout: urllib3.Timeout) -> urllib3.PoolManager:
    """What asks servers that have public addresses, and no others."""
    manager = urllib3.PoolManager(retries=False, timeout=timeout)
    manager.pool_classes_by_scheme = {"http": OutwardPool, "https": OutwardSecurePool}
    return manager


def anywhere(timeout: urllib3.Timeout) -> urllib3.PoolManager:
    """What asks any server."""
    return urllib3.PoolManager(retries=False, timeout=timeout)
