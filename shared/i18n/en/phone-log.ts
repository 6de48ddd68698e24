/** Sentences of the log about settings on virtual phones. */
export const phoneLog = {
  'phone.ignored-empty': '{device} (virtual) has no settings and ignores an alert',
  'phone.ignored-server':
    '{device} (virtual) ignores an alert of "{server}": its settings name another server. Letter case counts',
  'phone.doubled-parts':
    '{device} (virtual) drops {count, plural, one {# part} other {# parts}} of an SMS that came twice',
  'phone.settings-arrived': '{device} (virtual) has got settings',
  'phone.settings-of-other-sim':
    '{device} (virtual) throws settings away: they are signed for another SIM. Correct the IMSI of the device',
  'phone.settings-opened': '{device} (virtual) has opened the settings with their PIN',
  'phone.wrong-pin':
    '{device} (virtual) was given a wrong PIN: {left, plural, one {# try} other {# tries}} left',
  'phone.settings-thrown-away':
    '{device} (virtual) throws the settings away after three wrong PINs. Send them again',
  'phone.settings-put-away': '{device} (virtual): its owner has put the settings away',
  'phone.settings-unusable':
    '{device} (virtual) cannot use the settings: {problem, select, nothing {nothing in them is about synchronisation} server {they do not name the server} user {they name no user} folder {they name no folder that it has a place for} address {their address is none} port {their address has no port, and phones would take 80} length {a name in them is longer than it takes} other {{problem}}}',
  'phone.settings-saved': '{device} (virtual) has saved the settings "{name}"',
  'phone.emptied': '{device} (virtual) is empty, as from the factory',
  'phone.set-up': '{device} (virtual) is set up by hand with its device’s settings',
} as const;
