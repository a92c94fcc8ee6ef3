/** A WAV file of silence (8-bit, mono) whose comment is `said`. */
export function silentWave(said: string, { seconds = 4, sampleRateHertz = 8000 } = {}): Uint8Array {
  const chunk = (id: string, body: Uint8Array): Buffer => {
    const head = Buffer.alloc(8);
    head.write(id, 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0); // PCM
  format.writeUInt16LE(1, 2); // channels
  format.writeUInt32LE(sampleRateHertz, 4);
  format.writeUInt32LE(sampleRateHertz, 8);
  format.writeUInt16LE(1, 12);
  format.writeUInt16LE(8, 14);
  const sound = Buffer.alloc(seconds * sampleRateHertz, 128);
  const info =
    said === '' ? [] : [chunk('LIST', Buffer.concat([Buffer.from('INFO'), chunk('ICMT', Buffer.from(`${said}\0`))]))];
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('data', sound), ...info]));
}
