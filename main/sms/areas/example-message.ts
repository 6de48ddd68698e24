import { encodeAlertSms } from '../../codecs/alert-sms.ts';
import { emptyBytes } from '../../codecs/bytes.ts';
import { alphabetOf, dataCodings, segmentText } from '../../codecs/gsm-sms/index.ts';
import { syncTypes, uiModes } from '../../codecs/san/index.ts';
import type { OutgoingMessage } from '../outgoing.ts';

/** What a test sends: a text that nobody can take for anything else. */
const testText = 'Pushdesk: this is a test. The way out for SMS works.';
const exampleNumber = '+420601123456';

/** A text SMS to try a gateway with. */
export function testMessage(id: string, number: string): OutgoingMessage {
  const { dataCoding, segments } = segmentText(testText, { reference: 0 });
  return {
    id,
    traceId: null,
    number,
    sender: '',
    dcs: dataCoding,
    pid: 0,
    alphabet: alphabetOf(dataCoding),
    parts: segments,
    hasSecrets: false,
  };
}

/** An alert as the engine sends it, to show what a template makes of one. */
export function exampleAlert(): OutgoingMessage {
  const { segments } = encodeAlertSms(
    {
      version: '1.2',
      serverId: 'Pushdesk',
      sessionId: 1,
      uiMode: uiModes.background,
      syncs: [{ syncType: syncTypes.twoWay, contentType: '*/*', uri: 'Contacts' }],
      password: '',
      nonce: emptyBytes,
    },
    { reference: 1 },
  );
  return {
    id: 'example',
    traceId: null,
    number: exampleNumber,
    sender: '',
    dcs: dataCodings.binaryClass1,
    pid: 0,
    alphabet: 'binary',
    parts: segments,
    hasSecrets: false,
  };
}
