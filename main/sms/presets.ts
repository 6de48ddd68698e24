import type { GatewayPreset } from '../../shared/api/gateways.ts';

const form = 'application/x-www-form-urlencoded';

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
      '%condition;isunicode;value=&coding=2&charset=UTF-8%',
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
      '&data=%data;isbinary;b64%%data;isascii%%data;isunicode%&udh=%udh;b64%' +
      '&binary=%binary%&pid=%pid%&dcs=%dcs%&sender=%sender%',
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
      '%condition;isunicode;value=&type=unicode&text=%%data;isunicode%',
    contentType: form,
    successPattern: '"status": ?"0"',
    idPattern: '"message-id": ?"([0-9A-Za-z-]+)"',
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
