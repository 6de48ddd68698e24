export {
  parseSynthesisCommand,
  synthesisCommand,
  type SynthesisCommand,
  type SynthesisDatabase,
  type SynthesisMode,
  type SynthesisProfile,
} from './command.ts';
