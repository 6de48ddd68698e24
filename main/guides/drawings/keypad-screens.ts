import type { GuideDrawing } from '../../../shared/model/guide.ts';
import type { Wording } from '../wording.ts';
import { drawField, drawKeypad } from './keypad.ts';

/** What a hidden password looks like. */
const hidden = '••••••••';

/** "1 message received". */
export function keypadMessage(words: Wording): GuideDrawing {
  return drawKeypad({
    title: words.plain('drawings.keypad-message.title'),
    left: words.plain('drawings.keypad-message.left'),
    right: words.plain('drawings.keypad-message.right'),
    draw(canvas, area) {
      canvas.box(58, area.y + 10, 34, 24, { radius: 2, fill: 'shade' });
      canvas.line(
        [
          [58, area.y + 11],
          [75, area.y + 24],
          [92, area.y + 11],
        ],
        true,
      );
      const line = words.plain('drawings.keypad-message.line');
      canvas.text(line, 75, area.y + 52, area.width, { anchor: 'middle', size: 10 });
    },
  });
}

/** The PIN, digit by digit. */
export function keypadPin(words: Wording): GuideDrawing {
  return drawKeypad({
    title: words.plain('drawings.keypad-pin.title'),
    left: words.plain('drawings.keypad-pin.left'),
    right: words.plain('drawings.keypad-pin.right'),
    draw(canvas, area) {
      canvas.box(area.x, area.y + 18, area.width, 24, { radius: 3, fill: 'shade' });
      canvas.text('••••', 75, area.y + 35, area.width, { anchor: 'middle', size: 14 });
    },
  });
}

/** The settings before they are saved. */
export function keypadSettings(words: Wording): GuideDrawing {
  return drawKeypad({
    title: words.plain('drawings.keypad-settings.title'),
    left: words.plain('drawings.keypad-settings.left'),
    right: words.plain('drawings.keypad-settings.right'),
    draw(canvas, area) {
      const { profile, host, user } = known(words);
      drawField(canvas, area, 0, words.plain('drawings.keypad-settings.name'), profile);
      drawField(canvas, area, 1, words.plain('drawings.keypad-settings.server'), host);
      drawField(canvas, area, 2, words.plain('drawings.keypad-settings.user'), user);
    },
  });
}

/** "Settings saved". */
export function keypadSaved(words: Wording): GuideDrawing {
  return drawKeypad({
    title: words.plain('drawings.keypad-saved.title'),
    left: words.plain('drawings.keypad-saved.left'),
    draw(canvas, area) {
      canvas.line(
        [
          [62, area.y + 32],
          [71, area.y + 42],
          [90, area.y + 20],
        ],
        true,
      );
    },
  });
}

/** User name and password of a profile. */
export function keypadPassword(words: Wording): GuideDrawing {
  return drawKeypad({
    title: words.plain('drawings.keypad-password.title'),
    left: words.plain('drawings.keypad-password.left'),
    right: words.plain('drawings.keypad-password.right'),
    draw(canvas, area) {
      drawField(canvas, area, 0, words.plain('drawings.keypad-password.user'), known(words).user);
      canvas.box(area.x - 3, area.y + 23, area.width + 6, 23, { radius: 3, fill: 'shade' });
      drawField(canvas, area, 1, words.plain('drawings.keypad-password.password'), hidden);
    },
  });
}

/** Both settings for requests, set to yes. */
export function keypadRequests(words: Wording): GuideDrawing {
  const yes = words.plain('drawings.keypad-requests.yes');
  return drawKeypad({
    title: words.plain('drawings.keypad-requests.title'),
    left: words.plain('drawings.keypad-requests.left'),
    right: words.plain('drawings.keypad-requests.right'),
    draw(canvas, area) {
      const names = [
        words.plain('drawings.keypad-requests.allow'),
        words.plain('drawings.keypad-requests.accept'),
      ];
      names.forEach((name, line) => {
        const y = area.y + 4 + line * 30;
        canvas.text(name, area.x, y + 8, area.width, { size: 8, color: 'muted' });
        canvas.box(area.x, y + 11, area.width, 14, { radius: 3, fill: 'shade' });
        canvas.text(yes, area.x + 5, y + 21, 80, { color: 'accent', isBold: true });
      });
    },
  });
}

/** A session that runs. */
export function keypadSync(words: Wording): GuideDrawing {
  return drawKeypad({
    title: words.plain('drawings.keypad-sync.title'),
    right: words.plain('drawings.keypad-sync.right'),
    draw(canvas, area) {
      const names = [
        words.plain('drawings.keypad-sync.contacts'),
        words.plain('drawings.keypad-sync.calendar'),
      ];
      names.forEach((name, line) => {
        const y = area.y + 4 + line * 28;
        canvas.text(name, area.x, y + 9, area.width);
        canvas.box(area.x, y + 13, area.width, 7, { radius: 3.5, fill: 'shade' });
        const done = line === 0 ? area.width : area.width * 0.45;
        canvas.box(area.x, y + 13, done, 7, { radius: 3.5, fill: 'accent' });
      });
    },
  });
}

/** The fields of a profile that is made by hand. */
export function keypadForm(words: Wording): GuideDrawing {
  return drawKeypad({
    title: words.plain('drawings.keypad-form.title'),
    left: words.plain('drawings.keypad-form.left'),
    right: words.plain('drawings.keypad-form.right'),
    draw(canvas, area) {
      drawField(canvas, area, 0, words.plain('drawings.keypad-form.server'), known(words).host);
      drawField(canvas, area, 1, words.plain('drawings.keypad-form.user'), known(words).user);
      drawField(canvas, area, 2, words.plain('drawings.keypad-form.password'), hidden);
    },
  });
}

/** The database by whose name a phone stops its alerts. */
export function keypadDatabase(words: Wording): GuideDrawing {
  return drawKeypad({
    title: words.plain('drawings.keypad-database.title'),
    left: words.plain('drawings.keypad-database.left'),
    right: words.plain('drawings.keypad-database.right'),
    draw(canvas, area) {
      const contacts = words.plain('drawings.keypad-database.contacts');
      drawField(canvas, area, 0, words.plain('drawings.keypad-database.local'), contacts);
      canvas.box(area.x - 3, area.y + 23, area.width + 6, 23, { radius: 3, fill: 'shade' });
      drawField(canvas, area, 1, words.plain('drawings.keypad-database.remote'), 'push-off');
    },
  });
}

/** Values for small displays: an example where the real one is not known. */
function known(words: Wording): { profile: string; host: string; user: string } {
  return {
    profile: words.has('profile') ? words.value('profile') : 'Pushdesk',
    host: words.has('host') ? words.value('host') : 'sync.example.org',
    user: words.has('user') ? words.value('user') : 'ada@example.org',
  };
}
