"""A client of the documented API that shares nothing with the project: its own signature, urllib.

Arguments: the sandbox's origin. Prints "done" when everything was as documented.
"""
import base64, hashlib, hmac, json, sys, time, urllib.error, urllib.parse, urllib.request

ORIGIN = sys.argv[1]
SERVICE = "/mail/v2/services/ncp:mail:kr:1:main"


def call(method, target, body=None, content_type="application/json", key="sandbox", shift=0,
         signed=None):
    stamp = str(int(time.time() * 1000) + shift)
    text = f"{method} {signed or target}\n{stamp}\nsandbox"
    code = hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body).encode()
    request = urllib.request.Request(ORIGIN + target, data=body, method=method, headers={
        "x-ncp-apigw-timestamp": stamp, "x-ncp-iam-access-key": "sandbox",
        "x-ncp-apigw-signature-v2": base64.b64encode(code).decode(),
        "Content-Type": content_type})
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, json.load(response), response.headers
    except urllib.error.HTTPError as error:
        return error.code, json.load(error), error.headers


def mail(kind="R", **more):
    people = [{"address": f"{name}@example.com", "name": name, "type": kind,
               "parameters": {"NAME": name.upper()}} for name in ("kim", "mailbox-error")]
    return {"senderAddress": "news@shop.example.com", "title": "Hello ${NAME}",
            "body": "<p>Dear ${NAME}, 등급 ${GRADE}</p>", "parameters": {"GRADE": "골드"},
            "recipients": people, **more}


for region in ("/api/v1", "/api/v1-sgn", "/api/v1-jpn"):
    status, receipt, _ = call("POST", region + "/mails", mail())
    assert status == 201 and receipt["count"] == 2, (status, receipt)
request = receipt["requestId"]

boundary = "b0undary"
upload = (f"--{boundary}\r\nContent-Disposition: form-data; name=\"fileList\"; filename=\"a.txt\"\r\n"
          f"Content-Type: text/plain\r\n\r\nhello\r\n--{boundary}--\r\n").encode()
status, files, _ = call("POST", "/api/v1/files", upload, f"multipart/form-data; boundary={boundary}")
assert status == 201 and files["files"][0]["fileSize"] == 5, files
status, again, _ = call("GET", "/api/v1/files/" + files["tempRequestId"])
assert status == 200 and again == files
status, receipt, _ = call("POST", "/api/v1/mails",
                          mail(attachFileIds=[files["files"][0]["fileId"]], individual=False))
assert status == 201 and receipt["count"] == 1, receipt
assert call("DELETE", "/api/v1/files/" + files["tempRequestId"])[0] == 200
assert call("GET", "/api/v1/files/" + files["tempRequestId"])[0] == 400

now = int(time.time() * 1000)
query = urllib.parse.urlencode({"startUtc": now - 60000, "endUtc": now + 60000, "size": 2,
                                "sort": "createUtc,desc", "title": "Hello $"})
status, page, _ = call("GET", "/api/v1/mails/requests?" + query)
assert status == 200 and page["totalElements"] == 4 and page["totalPages"] == 2, page
status, state, _ = call("GET", f"/api/v1/mails/requests/{request}/status")
assert status == 200 and state["requestCount"] == 2 and state["countsByStatus"], state
status, page, _ = call("GET", f"/api/v1/mails/requests/{request}/mails?recipientAddress=kim@example.com")
assert status == 200 and [m["title"] for m in page["content"]] == ["Hello KIM"], page
status, detail, _ = call("GET", "/api/v1/mails/" + page["content"][0]["mailId"])
assert detail["body"] == "<p>Dear KIM, 등급 골드</p>", detail
assert detail["recipients"][0]["type"]["code"] == "R", detail

for wrong in ({"key": "other"}, {"shift": -300001}, {"shift": 310000}, {"signed": "/api/v1/mails"}):
    status, error, _ = call("GET", "/api/v1/mails/requests?startUtc=0&endUtc=1", **wrong)
    assert status == 401 and error["error"]["errorCode"] == "200", (wrong, status, error)
status, error, _ = call("POST", "/api/v1/mails", mail("C"))
assert status == 400 and error["error"]["code"] == "77102", error
status, error, _ = call("POST", "/api/v1/mails", b"{}", "text/plain")
assert status == 415 and error["error"]["code"] == "77002", error
assert call("PUT", "/api/v1/mails")[0] == 405

status, receipt, _ = call("POST", SERVICE + "/requests", mail("TO"))
assert status == 202 and receipt["requestCount"] == 2, receipt
quoted = SERVICE.replace(":", "%3A")
status, state, headers = call("GET", f"{quoted}/requests/{receipt['requestId']}")
assert status == 200 and state["requestCount"] == 2, state
assert ("retry-after" in headers) == (state["finishCount"] < 2), (state, headers.items())
query = urllib.parse.urlencode({"fromDateTime": "2020-01-01T00:00:00+09:00",
                                "toDateTime": "2100-01-01T00:00:00+09:00"})
status, page, _ = call("GET", f"{SERVICE}/requests?{query}")
assert status == 200 and page["totalElements"] == 1, page
status, page, _ = call("GET", f"{SERVICE}/requests/{receipt['requestId']}/mails")
mail_id = page["content"][0]["mailId"]
status, detail, _ = call("GET", f"{SERVICE}/requests/{receipt['requestId']}/mails/{mail_id}")
assert detail["title"] == "Hello KIM", detail
status, error, _ = call("POST", SERVICE + "/requests", mail("R"))
assert status == 400 and error["error"]["errorCode"] == "InvalidParameter", error
assert error["error"]["fieldErrors"][0]["field"] == "recipients[0].type", error

with urllib.request.urlopen(ORIGIN + "/", timeout=20) as response:
    page = response.read().decode()
    assert "Hello KIM" in page and "script" not in page, page
print("done")
