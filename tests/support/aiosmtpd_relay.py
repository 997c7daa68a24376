"""A real mail server for tests: aiosmtpd on loopback, with TLS and a login that it insists on.

usage: aiosmtpd_relay.py starttls|implicit CERTIFICATE KEY FOLDER

Takes the user "bevakning" with the password "hemligt". Prints its port as soon as it listens, puts
each mail into FOLDER as 1.eml, 2.eml, …, and ends when its standard input does.
"""

import asyncio
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

mode, certificate, key, folder = sys.argv[1:]


class Keeper:
    def __init__(self):
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        pathlib.Path(folder, f"{self.count}.eml").write_bytes(envelope.original_content)
        return "250 2.0.0 Ok: kept"


def authenticate(server, session, envelope, mechanism, data):
    is_right = data.login == b"bevakning" and data.password == b"hemligt"
    # With handled=True aiosmtpd would leave the client without any reply.
    return AuthResult(success=is_right, handled=False)


async def main():
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    keeper = Keeper()

    def conversation():
        return SMTP(
            keeper,
            hostname="relay.test",
            tls_context=tls if mode == "starttls" else None,
            require_starttls=mode == "starttls",
            auth_required=True,
            auth_require_tls=mode == "starttls",
            authenticator=authenticate,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        conversation, "127.0.0.1", 0, ssl=tls if mode == "implicit" else None
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
