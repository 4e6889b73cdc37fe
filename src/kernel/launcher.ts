/** Waits until `npm start` has built the web app; at once when it was already built or we were started by hand. */
export function webReady(): Promise<void> {
  if (process.env.YINGDAN_WEB !== 'building' || !process.send) return Promise.resolve();
  return new Promise((resolve) => {
    process.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'web' in message) resolve();
    });
  });
}

/** Calls `stop` when the launcher that started us is gone, even killed, so that no server is left behind unseen. */
export function followLauncher(stop: () => void): void {
  if (!process.channel) return;
  process.once('disconnect', stop);
  process.channel.unref();
}

/** Seconds since the person typed the command, for the line that says the server is ready. */
export function secondsSinceStart(): number {
  const began = Number(process.env.YINGDAN_BEGAN) || Date.now() - process.uptime() * 1000;
  return (Date.now() - began) / 1000;
}
