"""A mail service that takes nothing and goes wrong in one chosen way.

usage: faulty.py WAY STATUS BODY - prints its port, and a line for each request that it reads.
Lists of requests are empty and go well; what goes wrong is the submission of mails.
"""
import socket
import struct
import sys

way, status, body = sys.argv[1], sys.argv[2], sys.argv[3]
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)


def head(connection):
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return None, b""
        data += piece
    start, rest = data.split(b"\r\n\r\n", 1)
    return start.decode("latin-1"), rest


def reset(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def answer(connection, status, body, fields=""):
    data = body.encode()
    connection.sendall(
        f"HTTP/1.1 {status} Status\r\nContent-Length: {len(data)}\r\n{fields}\r\n".encode() + data
    )
    connection.close()


while True:
    connection, _ = server.accept()
    start, rest = head(connection)
    if start is None:
        connection.close()
        continue
    print(start.split("\r\n")[0], flush=True)
    if start.startswith("GET"):
        answer(connection, 200, '{"content":[],"last":true}')
        continue
    if way == "reset-before-body":
        reset(connection)
        continue
    length = int(
        [line.split(":")[1] for line in start.split("\r\n") if line.lower().startswith("content-length")][0]
    )
    while len(rest) < length:
        rest += connection.recv(65536)
    if way == "reset-after-body":
        reset(connection)
    elif way == "half":
        connection.sendall(b"HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"requestId\"")
        connection.close()
    elif way == "challenge":
        answer(connection, status, body, 'WWW-Authenticate: Basic realm="x"\r\n')
    else:
        answer(connection, status, body, "Retry-After: 0\r\n")
