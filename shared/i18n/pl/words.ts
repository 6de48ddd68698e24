export {
  alertStates,
  changeSources,
  channels,
  clientTypes,
  dataTypes,
  listeners,
  logAreas,
  logLevels,
  messageStates,
  outcomes,
  states,
  syncTypes,
} from '../en/words.ts';
