import type { GatewayPreset } from '../../shared/api/gateways.ts';

const form = 'application/x-www-form-urlencoded';

/** Texts go in one request, however long they are: the provider cuts them, and knows no header. */
const wholeTexts = '%parts;isascii;value=%%parts;isunicode;value=%';

/**
 * Ready templates for what people send SMS by. They are beginnings: an admin puts in the host and
 * what else is his own. Providers differ in how they are told that a message is binary and in how
 * they want its bytes, which is all that is special in each.
 */
export const presets: readonly GatewayPreset[] = [
  {
    id: 'kannel',
    label: 'Kannel (sendsms)',
    url:
      'http://127.0.0.1:13013/cgi-bin/sendsms?username=%user%&password=%password%' +
      '&from=%sender%&to=%number%&udh=%udh%&text=%data%&pid=%pid%' +
      '%condition;isbinary;value=&coding=1&mclass=1%' +
      '%condition;isascii;value=&coding=0&charset=UTF-8%' +
      '%condition;isunicode;value=&coding=2&charset=UTF-8%' +
      // 31 asks for all reports; %d is what it is, %A what the centre answered.
      '%reporturl;present=&dlr-mask=31&dlr-url=%' +
      '%reporturl;append=?status=\\%d&answer=\\%A%',
    method: 'GET',
    body: '',
    contentType: '',
    // 0 accepted for delivery, 3 queued for later delivery.
    successPattern: '^[03]:',
    idPattern: '',
  },
  {
    id: 'icewarp',
    label: 'IceWarp SMS service',
    url:
      'http://mail.example.org/sms/?user=%user%&pass=%password%&number=%number%' +
      '&data=%data;isbinary;b64%%data;isascii%%data;isunicode%' +
      '%condition;isbinary;value=&udh=%%udh;isbinary;b64%' +
      '&binary=%binary%&pid=%pid%&dcs=%dcs%&sender=%sender%' +
      // It cuts long texts itself, and takes one part where nobody says more.
      '%condition;isascii;value=&maxmsgs=%%parts;isascii%' +
      '%condition;isunicode;value=&maxmsgs=%%parts;isunicode%',
    method: 'GET',
    body: '',
    contentType: '',
    successPattern: '',
    idPattern: '',
  },
  {
    id: 'clickatell',
    label: 'Clickatell (HTTP, version 2)',
    url:
      'https://api.clickatell.com/http/sendmsg?user=%user%&password=%password%&api_id=API_ID' +
      '&to=%number;interprefix=%&from=%sender%&climsgid=%id%&udh=%udh;len;hex%' +
      '%condition;isbinary;value=&data=%%data;isbinary;hex%' +
      '%condition;isascii;value=&text=%%data;isascii%' +
      '%condition;isunicode;value=&unicode=1&text=%%data;isunicode;unicode;hex%',
    method: 'GET',
    body: '',
    contentType: '',
    successPattern: '^ID:',
    idPattern: '^ID: (\\S+)',
  },
  {
    id: 'vonage',
    label: 'Vonage (Nexmo) SMS API',
    url: 'https://rest.nexmo.com/sms/json',
    method: 'POST',
    body:
      'api_key=%user%&api_secret=%password%&from=%sender%&to=%number;interprefix=%' +
      '&client-ref=%id%&protocol-id=%pid%' +
      '%condition;isbinary;value=&type=binary&udh=%%udh;isbinary;hex%' +
      '%condition;isbinary;value=&body=%%data;isbinary;hex%' +
      '%condition;isascii;value=&type=text&text=%%data;isascii%' +
      '%condition;isunicode;value=&type=unicode&text=%%data;isunicode%' +
      '%reporturl;present=&status-report-req=1&callback=%%reporturl%' +
      wholeTexts,
    contentType: form,
    successPattern: '"status": ?"0"',
    idPattern: '"message-id": ?"([0-9A-Za-z-]+)"',
    // 1 throttled, 5 internal error; 6 invalid message, 7 number barred.
    options: { retryPattern: '"status": ?"[15]"', refusedPattern: '"status": ?"[67]"' },
  },
  {
    id: 'bulksms',
    label: 'BulkSMS (EAPI)',
    url: 'https://bulksms.vsms.net/eapi/submission/send_sms/2/2.0',
    method: 'POST',
    // The header stands in front of the data here, in one field.
    body:
      'username=%user%&password=%password%&msisdn=%number;interprefix=%&sender=%sender%' +
      '%condition;isbinary;value=&dca=8bit&message=%%userdata;isbinary;hex%' +
      '%condition;isascii;value=&dca=7bit&message=%%data;isascii%' +
      '%condition;isunicode;value=&dca=16bit&message=%%data;isunicode;unicode;hex%',
    contentType: form,
    successPattern: '^[01]\\|',
    idPattern: '^[01]\\|[^|]*\\|([0-9]+)',
  },
  {
    id: 'infobip',
    label: 'Infobip (SMS API, version 2)',
    // Texts and bytes have addresses of their own.
    url:
      'https://xxxxx.api.infobip.com/sms/2/%condition;isbinary;value=binary%' +
      '%condition;isascii;value=text%%condition;isunicode;value=text%/advanced',
    method: 'POST',
    headers: { Authorization: 'App %password%' },
    body:
      '{"messages":[{"from":"%sender%","destinations":[{"to":"%number;interprefix=%"}],' +
      '%condition;isbinary;value="binary":{"hex":"%%userdata;isbinary;hexsp%' +
      '%condition;isbinary;value=","dataCoding":%%dcs;isbinary%' +
      '%udh;isbinary;present=,"esmClass":64%%condition;isbinary;value=}%' +
      '%condition;isascii;value="text":"%%data;isascii%%condition;isascii;value="%' +
      '%condition;isunicode;value="text":"%%data;isunicode%%condition;isunicode;value="%' +
      '%reporturl;present=,"notifyUrl":"%%reporturl%%reporturl;present="%}]}' +
      wholeTexts,
    contentType: 'application/json',
    successPattern: '"groupName": ?"(?:PENDING|DELIVERED)"',
    idPattern: '"messageId": ?"([^"]+)"',
    options: { refusedPattern: '"groupName": ?"REJECTED"' },
  },
  {
    id: 'sinch',
    label: 'Sinch (SMS REST API)',
    url: 'https://us.sms.api.sinch.com/xms/v1/%user%/batches',
    method: 'POST',
    body:
      '{"from":"%sender%","to":["%number%"],"client_reference":"%id%",' +
      '%condition;isbinary;value="type":"mt_binary","udh":"%%udh;isbinary;hex%' +
      '%condition;isbinary;value=","body":"%%data;isbinary;b64%' +
      '%condition;isascii;value="type":"mt_text","body":"%%data;isascii%' +
      '%condition;isunicode;value="type":"mt_text","body":"%%data;isunicode%"' +
      '%reporturl;present=,"delivery_report":"per_recipient_final","callback_url":"%%reporturl%' +
      '%reporturl;present="%}' +
      wholeTexts,
    contentType: 'application/json',
    successPattern: '',
    idPattern: '"id": ?"([^"]+)"',
    options: { auth: 'bearer' },
  },
  {
    id: 'smseagle',
    label: 'SMSEagle (HTTP API)',
    url:
      'https://smseagle.example.org/http_api/%condition;isbinary;value=send_binary_sms%' +
      '%condition;isascii;value=send_sms%%condition;isunicode;value=send_sms%' +
      '?login=%user%&pass=%password%&to=%number%' +
      '%condition;isbinary;value=&udh=%%udh;isbinary;hex;upper%' +
      '%condition;isbinary;value=&data=%%data;isbinary;hex;upper%' +
      '%class;isbinary;present=&class=%%class;isbinary%' +
      '%condition;isascii;value=&message=%%data;isascii%' +
      '%condition;isunicode;value=&unicode=1&message=%%data;isunicode%' +
      wholeTexts,
    method: 'GET',
    body: '',
    contentType: '',
    successPattern: '^OK',
    idPattern: 'ID=(\\d+)',
    // Its refusals come with 200; these are about the login and the settings, not the message.
    options: { retryPattern: '^Invalid (?:login|access)' },
  },
  {
    id: 'twilio',
    label: 'Twilio (texts only: carries no alerts)',
    url: 'https://api.twilio.com/2010-04-01/Accounts/%user%/Messages.json',
    method: 'POST',
    body:
      'To=%number%&From=%sender%&Body=%data;isascii%%data;isunicode%' +
      '%reporturl;present=&StatusCallback=%%reporturl%' +
      wholeTexts,
    contentType: form,
    successPattern: '',
    idPattern: '"sid": ?"([A-Z]{2}[0-9a-f]+)"',
    options: { auth: 'basic' },
  },
  {
    id: 'jasmin',
    label: 'Jasmin (HTTP API; texts only: carries no alerts)',
    // It takes bytes, but no header, without which a phone does not know an alert.
    url:
      'http://127.0.0.1:1401/send?username=%user%&password=%password%&to=%number%&from=%sender%' +
      '%condition;isascii;value=&coding=0&content=%%data;isascii%' +
      '%condition;isunicode;value=&coding=8&hex-content=%%data;isunicode;unicode;hex%' +
      '%reporturl;present=&dlr=yes&dlr-level=3&dlr-method=GET&dlr-url=%%reporturl%' +
      wholeTexts,
    method: 'GET',
    body: '',
    contentType: '',
    successPattern: '^Success',
    idPattern: '^Success "([^"]+)"',
  },
  {
    id: 'playsms',
    label: 'playSMS (web services; texts only: carries no alerts)',
    url:
      'http://playsms.example.org/index.php?app=ws&op=pv&u=%user%&h=%password%' +
      '&to=%number%&msg=%data;isascii%%data;isunicode%%condition;isunicode;value=&unicode=1%' +
      wholeTexts,
    method: 'GET',
    body: '',
    contentType: '',
    successPattern: '"status": ?"OK"',
    idPattern: '"smslog_id": ?"?(\\d+)',
  },
  {
    id: 'json',
    label: 'Any service that takes JSON',
    url: 'https://sms.example.org/messages',
    method: 'POST',
    body:
      '{"id":"%id%","to":"%number%","from":"%sender%","binary":%binary%,' +
      '"udh":"%udh;hex%","data":"%data;isbinary;hex%%data;isascii%%data;isunicode%",' +
      '"dcs":%dcs%,"pid":%pid%}',
    contentType: 'application/json',
    successPattern: '',
    idPattern: '"id": ?"([^"]+)"',
  },
];
