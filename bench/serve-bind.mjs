// Loaded into `serve` by `--import`: a run that is broken off leaves nobody behind.
// Nobody listening is no reason to live on.
process.channel?.unref();
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
