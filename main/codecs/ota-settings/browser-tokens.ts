import { AttributeTokens, type AttributedVocabulary } from '../wbxml/index.ts';

/**
 * Tokens of the browser settings of older Nokia and Ericsson phones. Kannel and libwbxml write the
 * same bytes with them.
 */
export const browserVocabulary: AttributedVocabulary = {
  tags: { 'CHARACTERISTIC-LIST': 0x05, CHARACTERISTIC: 0x06, PARM: 0x07 },
  tagPages: [0],
  pages: [
    {
      starts: {
        'TYPE=ADDRESS': 0x06,
        'TYPE=URL': 0x07,
        'TYPE=NAME': 0x08,
        NAME: 0x10,
        VALUE: 0x11,
        'NAME=BEARER': 0x12,
        'NAME=PROXY': 0x13,
        'NAME=PORT': 0x14,
        'NAME=NAME': 0x15,
        'NAME=PROXY_TYPE': 0x16,
        'NAME=URL': 0x17,
        'NAME=PROXY_AUTHNAME': 0x18,
        'NAME=PROXY_AUTHSECRET': 0x19,
        'NAME=SMS_SMSC_ADDRESS': 0x1a,
        'NAME=USSD_SERVICE_CODE': 0x1b,
        'NAME=GPRS_ACCESSPOINTNAME': 0x1c,
        'NAME=PPP_LOGINTYPE': 0x1d,
        'NAME=PROXY_LOGINTYPE': 0x1e,
        'NAME=CSD_DIALSTRING': 0x21,
        'NAME=PPP_AUTHTYPE': 0x22,
        'NAME=PPP_AUTHNAME': 0x23,
        'NAME=PPP_AUTHSECRET': 0x24,
        'NAME=CSD_CALLTYPE': 0x28,
        'NAME=CSD_CALLSPEED': 0x29,
        'VALUE=GSM/CSD': 0x45,
        'VALUE=GSM/SMS': 0x46,
        'VALUE=GSM/USSD': 0x47,
        'VALUE=IS-136/CSD': 0x48,
        'VALUE=GPRS': 0x49,
        'VALUE=9200': 0x60,
        'VALUE=9201': 0x61,
        'VALUE=9202': 0x62,
        'VALUE=9203': 0x63,
        'VALUE=AUTOMATIC': 0x64,
        'VALUE=MANUAL': 0x65,
        'VALUE=AUTO': 0x6a,
        'VALUE=9600': 0x6b,
        'VALUE=14400': 0x6c,
        'VALUE=19200': 0x6d,
        'VALUE=28800': 0x6e,
        'VALUE=38400': 0x6f,
        'VALUE=PAP': 0x70,
        'VALUE=CHAP': 0x71,
        'VALUE=ANALOGUE': 0x72,
        'VALUE=ISDN': 0x73,
        'VALUE=43200': 0x74,
        'VALUE=57600': 0x75,
        'VALUE=MSISDN_NO': 0x76,
        'VALUE=IPV4': 0x77,
        'VALUE=MS_CHAP': 0x78,
        'TYPE=MMSURL': 0x7c,
        'TYPE=ID': 0x7d,
        'NAME=ISP_NAME': 0x7e,
        'TYPE=BOOKMARK': 0x7f,
      },
      values: {},
    },
  ],
};

/** The same, to be looked up. */
export const browserTokens = new AttributeTokens(browserVocabulary);
