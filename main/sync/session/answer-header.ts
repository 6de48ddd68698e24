import type { SyncHeader, SyncmlVersion } from '../../codecs/syncml/message/model.ts';
import type { SyncSettings } from '../../../shared/model/settings.ts';
import type { SessionState } from './state.ts';

/** Facts of an answer's header that are not in the header of the question. */
export interface AnswerFacts {
  readonly version: SyncmlVersion;
  readonly msgId: string;
  readonly settings: SyncSettings;
  readonly respUri?: string | undefined;
}

/** The header of the answer to a message (OMA SyncML representation protocol 1.2 §"SyncHdr"). */
export function answerHeader(question: SyncHeader, facts: AnswerFacts): SyncHeader {
  const { version, settings, respUri } = facts;
  const { name } = question.source;
  return {
    verDtd: version,
    verProto: `SyncML/${version}`,
    sessionId: question.sessionId,
    msgId: facts.msgId,
    target: { uri: question.source.uri, ...(name === undefined ? {} : { name }) },
    source: { uri: question.target.uri },
    ...(respUri === undefined ? {} : { respUri }),
    meta: {
      maxMsgSize: settings.maxMessageSize,
      ...(version === '1.0' ? {} : { maxObjSize: settings.maxObjectSize }),
    },
  };
}

/** The header of a session's next answer. */
export function sessionHeader(session: SessionState): SyncHeader {
  return answerHeader(session.header, {
    version: session.version,
    msgId: String(session.ownMsgId),
    settings: session.deps.settings(),
    respUri: session.hasToldToken ? undefined : respUriOf(session),
  });
}

/** Where the client is to post its next messages: a URL that names the session. */
function respUriOf({ url, token }: SessionState): string {
  return `${url}?sessionid=${token}`;
}

/** The version that both parts of a header name; else the status that says what is not spoken. */
export function versionOf({ verProto, verDtd }: SyncHeader): SyncmlVersion | 505 | 513 {
  const proto = /^syncml\/(1\.[0-2])$/iu.exec(verProto.trim())?.[1];
  if (proto !== '1.0' && proto !== '1.1' && proto !== '1.2') return 513;
  return verDtd.trim() === proto ? proto : 505;
}
