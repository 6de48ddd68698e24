import type { GuideDrawing } from '../../../shared/model/guide.ts';
import type { Wording } from '../wording.ts';
import { wrapText } from './canvas.ts';
import { drawButton, drawEntry, drawTouch, drawTouchField } from './touch.ts';

/** What a hidden password looks like. */
const hidden = '••••••••';

/** A message with a link. */
export function touchLink(words: Wording): GuideDrawing {
  return drawTouch({
    title: words.plain('drawings.touch-link.title'),
    draw(canvas, area) {
      const width = area.width - 14;
      const lines = wrapText(words.plain('drawings.touch-link.text'), 8.5, width);
      const end = area.y + 22 + lines.length * 12;
      canvas.box(area.x, area.y + 6, area.width, end - area.y + 4, { radius: 8, fill: 'shade' });
      lines.forEach((line, index) => {
        canvas.text(line, area.x + 7, area.y + 20 + index * 12, width, { size: 8.5 });
      });
      const link = `https://${host(words)}/…`;
      canvas.text(link, area.x + 7, end, width, { color: 'accent', size: 8.5 });
    },
  });
}

/** The page with values to copy. */
export function touchPage(words: Wording): GuideDrawing {
  const copy = words.plain('drawings.touch-page.copy');
  return drawTouch({
    title: words.plain('drawings.touch-page.title'),
    draw(canvas, area) {
      const rows = [
        [words.plain('drawings.touch-page.server'), host(words)],
        [words.plain('drawings.touch-page.user'), user(words)],
      ] as const;
      rows.forEach(([name, value], line) => {
        const y = area.y + 4 + line * 50;
        canvas.text(name, area.x, y + 8, area.width, { size: 7, color: 'muted' });
        canvas.text(value, area.x, y + 20, area.width, { size: 8.5 });
        canvas.box(area.x, y + 25, 58, 15, { radius: 4, fill: 'none' });
        canvas.text(copy, area.x + 29, y + 35.5, 52, {
          anchor: 'middle',
          color: 'accent',
          isBold: true,
          size: 8,
        });
      });
    },
  });
}

/** The settings, with the profile that waits. */
export function touchProfileDownloaded(words: Wording): GuideDrawing {
  return drawTouch({
    title: words.plain('drawings.touch-profile-downloaded.title'),
    draw(canvas, area) {
      const entry = words.plain('drawings.touch-profile-downloaded.entry');
      drawEntry(canvas, area, 0, entry, { isChosen: true });
      drawEntry(canvas, area, 1.4, words.plain('drawings.touch-profile-downloaded.wifi'));
      drawEntry(canvas, area, 2.4, words.plain('drawings.touch-profile-downloaded.mobile'));
      drawEntry(canvas, area, 3.4, words.plain('drawings.touch-profile-downloaded.general'));
    },
  });
}

/** The profile, with what it holds and the button that installs it. */
export function touchProfileInstall(words: Wording): GuideDrawing {
  return drawTouch({
    title: words.plain('drawings.touch-profile-install.title'),
    draw(canvas, area) {
      const organisation = words.has('organisation') ? words.value('organisation') : 'Pushdesk';
      canvas.text(organisation, area.x, area.y + 12, area.width, { isBold: true, size: 10 });
      const entries = [
        words.plain('drawings.touch-profile-install.mail'),
        words.plain('drawings.touch-profile-install.calendar'),
        words.plain('drawings.touch-profile-install.contacts'),
      ];
      const below = { ...area, y: area.y + 20 };
      entries.forEach((entry, line) => {
        drawEntry(canvas, below, line, entry, { mark: 'tick' });
      });
      drawButton(canvas, area, 170, words.plain('drawings.touch-profile-install.install'));
      const cancel = words.plain('drawings.touch-profile-install.cancel');
      canvas.text(cancel, 66, 205, area.width, { anchor: 'middle', color: 'muted' });
    },
  });
}

/** The password that a profile does not hold. */
export function touchProfilePassword(words: Wording): GuideDrawing {
  return drawTouch({
    title: words.plain('drawings.touch-profile-password.title'),
    draw(canvas, area) {
      canvas.text(user(words), 66, area.y + 14, area.width, { anchor: 'middle', color: 'muted' });
      const below = { ...area, y: area.y + 24 };
      const name = words.plain('drawings.touch-profile-password.password');
      drawTouchField(canvas, below, 0, name, hidden);
      drawButton(canvas, area, 124, words.plain('drawings.touch-profile-password.next'));
      const cancel = words.plain('drawings.touch-profile-password.cancel');
      canvas.text(cancel, 66, 159, area.width, { anchor: 'middle', color: 'muted' });
    },
  });
}

/** Kinds of accounts. */
export function touchAccountKind(words: Wording): GuideDrawing {
  return drawTouch({
    title: words.plain('drawings.touch-account-kind.title'),
    draw(canvas, area) {
      const imap = words.plain('drawings.touch-account-kind.imap');
      drawEntry(canvas, area, 0, words.plain('drawings.touch-account-kind.exchange'));
      drawEntry(canvas, area, 1, imap, { isChosen: true });
      const dav = words.plain('drawings.touch-account-kind.dav');
      drawEntry(canvas, area, 2, dav, { isChosen: true });
    },
  });
}

/** Address, user name and password of an account. */
export function touchAccountFields(words: Wording): GuideDrawing {
  return drawForm(words, {
    title: words.plain('drawings.touch-account-fields.title'),
    server: words.plain('drawings.touch-account-fields.server'),
    user: words.plain('drawings.touch-account-fields.user'),
    password: words.plain('drawings.touch-account-fields.password'),
    button: words.plain('drawings.touch-account-fields.next'),
  });
}

/** The settings of a sync client. */
export function touchClient(words: Wording): GuideDrawing {
  return drawForm(words, {
    title: words.plain('drawings.touch-client.title'),
    server: words.plain('drawings.touch-client.server'),
    user: words.plain('drawings.touch-client.user'),
    password: words.plain('drawings.touch-client.password'),
    button: words.plain('drawings.touch-client.save'),
  });
}

/** The sign-in of a sync client. */
export function touchLogin(words: Wording): GuideDrawing {
  return drawForm(words, {
    title: words.plain('drawings.touch-login.title'),
    server: words.plain('drawings.touch-login.server'),
    user: words.plain('drawings.touch-login.user'),
    password: words.plain('drawings.touch-login.password'),
    button: words.plain('drawings.touch-login.login'),
  });
}

/** Names of the folders on the server. */
export function touchNames(words: Wording): GuideDrawing {
  return drawTouch({
    title: words.plain('drawings.touch-names.title'),
    draw(canvas, area) {
      const rows = [
        [words.plain('drawings.touch-names.contacts'), nameOf(words, 'contacts', 'contacts')],
        [words.plain('drawings.touch-names.calendar'), nameOf(words, 'calendar', 'events')],
        [words.plain('drawings.touch-names.tasks'), nameOf(words, 'tasks', 'tasks')],
      ] as const;
      rows.forEach(([name, value], line) => {
        drawTouchField(canvas, area, line, name, value);
      });
    },
  });
}

/** After the first synchronisation. */
export function touchSync(words: Wording): GuideDrawing {
  return drawTouch({
    title: words.plain('drawings.touch-sync.title'),
    draw(canvas, area) {
      const entries = [
        words.plain('drawings.touch-sync.contacts'),
        words.plain('drawings.touch-sync.calendar'),
        words.plain('drawings.touch-sync.tasks'),
      ];
      entries.forEach((entry, line) => {
        drawEntry(canvas, area, line, entry, { mark: 'tick' });
      });
      drawButton(canvas, area, 180, words.plain('drawings.touch-sync.button'));
    },
  });
}

interface FormWords {
  readonly title: string;
  readonly server: string;
  readonly user: string;
  readonly password: string;
  readonly button: string;
}

function drawForm(words: Wording, form: FormWords): GuideDrawing {
  return drawTouch({
    title: form.title,
    draw(canvas, area) {
      drawTouchField(canvas, area, 0, form.server, host(words));
      drawTouchField(canvas, area, 1, form.user, user(words));
      drawTouchField(canvas, area, 2, form.password, hidden);
      drawButton(canvas, area, 180, form.button);
    },
  });
}

/** Values for small displays: an example where the real one is not known. */
function host(words: Wording): string {
  return words.has('host') ? words.value('host') : 'sync.example.org';
}

function user(words: Wording): string {
  return words.has('user') ? words.value('user') : 'ada@example.org';
}

function nameOf(words: Wording, name: 'contacts' | 'calendar' | 'tasks', example: string): string {
  return words.has(name) ? words.value(name) : example;
}
