import type { GuideDrawing } from '../../../shared/model/guide.ts';
import type { Wording } from '../wording.ts';
import * as keypad from './keypad-screens.ts';
import type { DrawingName } from './names.ts';
import * as touch from './touch-screens.ts';

const drawings: Readonly<Record<DrawingName, (words: Wording) => GuideDrawing>> = {
  'keypad-message': keypad.keypadMessage,
  'keypad-pin': keypad.keypadPin,
  'keypad-settings': keypad.keypadSettings,
  'keypad-saved': keypad.keypadSaved,
  'keypad-password': keypad.keypadPassword,
  'keypad-requests': keypad.keypadRequests,
  'keypad-sync': keypad.keypadSync,
  'keypad-form': keypad.keypadForm,
  'keypad-database': keypad.keypadDatabase,
  'touch-link': touch.touchLink,
  'touch-page': touch.touchPage,
  'touch-profile-downloaded': touch.touchProfileDownloaded,
  'touch-profile-install': touch.touchProfileInstall,
  'touch-profile-password': touch.touchProfilePassword,
  'touch-account-kind': touch.touchAccountKind,
  'touch-account-fields': touch.touchAccountFields,
  'touch-client': touch.touchClient,
  'touch-login': touch.touchLogin,
  'touch-names': touch.touchNames,
  'touch-sync': touch.touchSync,
};

/** Draws what a phone shows, in the language and with the values of the guide. */
export function drawDrawing(name: DrawingName, words: Wording): GuideDrawing {
  return drawings[name](words);
}
