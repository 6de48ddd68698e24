/** The first package of a client that asks for one datastore. */
export interface FirstPackage {
  /** Address of the server, `http://…/syncml`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** What the client calls itself (Source/LocURI). */
  readonly clientId: string;
  /** Session id on the wire. */
  readonly sessionId: string;
  readonly datastore: string;
}

function documentOf(first: FirstPackage): string {
  const { url, user, password, clientId, sessionId, datastore } = first;
  const credentials = Buffer.from(`${user}:${password}`).toString('base64');
  return `<?xml version="1.0" encoding="UTF-8"?>
<SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr>
<VerDTD>1.2</VerDTD><VerProto>SyncML/1.2</VerProto><SessionID>${sessionId}</SessionID><MsgID>1</MsgID>
<Target><LocURI>${url}</LocURI></Target><Source><LocURI>${clientId}</LocURI></Source>
<Cred><Meta><Format xmlns="syncml:metinf">b64</Format><Type xmlns="syncml:metinf">syncml:auth-basic</Type></Meta><Data>${credentials}</Data></Cred>
</SyncHdr><SyncBody><Alert><CmdID>1</CmdID><Data>200</Data><Item>
<Target><LocURI>${datastore}</LocURI></Target><Source><LocURI>${datastore}</LocURI></Source>
<Meta><Anchor xmlns="syncml:metinf"><Last></Last><Next>1</Next></Anchor></Meta>
</Item></Alert><Final/></SyncBody></SyncML>`;
}

/** Sends the first package, in XML; answers with what the server says. */
export async function beginSession(first: FirstPackage): Promise<string> {
  const response = await fetch(first.url, {
    method: 'POST',
    headers: { 'content-type': 'application/vnd.syncml+xml' },
    body: documentOf(first),
  });
  return await response.text();
}
