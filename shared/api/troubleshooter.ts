import { z } from 'zod';
import { troubleReportSchema } from '../model/troubleshooter.ts';
import { idSchema } from '../model/words.ts';
import { procedure } from './base.ts';

/** Why a phone stays silent. */
export const troubleshooterContract = {
  /** Walks the chain from the account to the phone's answer and stops at the first broken link. */
  run: procedure.input(z.object({ deviceId: idSchema })).output(troubleReportSchema),
};
