import type { AtAnswer } from './at-line.ts';
import { modemErrorText } from './error-codes.ts';

/** What an answer says, for people. */
export function answerText(answer: AtAnswer): string {
  switch (answer.kind) {
    case 'ok':
      return 'OK';
    case 'error':
      return modemErrorText(answer.error);
    case 'silence':
      return answer.heard ? 'an answer that does not end' : 'no answer';
    case 'lost':
      return answer.detail;
  }
}
