import type { AreaService } from '../api/services.ts';
import { readFacts } from './read-facts.ts';
import type { FactsDeps } from './read-facts.ts';
import { walk } from './walk.ts';

/** What the troubleshooter reads from. */
export type TroubleshooterDeps = FactsDeps;

/** Finds out why a phone stays silent. It only reads, so that it can be asked at any time. */
export function createTroubleshooter(deps: TroubleshooterDeps): AreaService<'troubleshooter'> {
  return {
    run: async ({ deviceId }) => walk(await readFacts(deps, deviceId)),
  };
}
