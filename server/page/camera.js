// The camera: opened, turned off so that its light goes out, and opened again.

const REFUSALS = {
  NotAllowedError: 'The camera may not be used; the call goes on without a picture from here.',
  NotFoundError: 'There is no camera; the call goes on without a picture from here.',
  NotReadableError: 'Another program uses the camera; the call goes on without a picture from here.',
};
const UNKNOWN = 'The camera does not work; the call goes on without a picture from here.';
const INSECURE = 'A browser gives the camera to pages over TLS alone; the call goes on without a picture from here.';
const WANTED = { video: { width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false };

export class Camera {
  track = null;
  isWanted = true;
  #opening = null;

  // The track of the camera; an error with a sentence where there is none. Null if it was turned off
  // meanwhile.
  async open() {
    this.isWanted = true;
    if (this.track) return this.track;
    this.#opening ??= this.#ask().finally(() => {
      this.#opening = null;
    });
    const track = await this.#opening;
    if (this.isWanted) this.track = track;
    else track.stop();
    return this.track;
  }

  close() {
    this.isWanted = false;
    this.track?.stop();
    this.track = null;
  }

  async #ask() {
    if (!navigator.mediaDevices) throw new Error(INSECURE);
    try {
      const stream = await navigator.mediaDevices.getUserMedia(WANTED);
      return stream.getVideoTracks()[0];
    } catch (error) {
      throw new Error(REFUSALS[error.name] ?? UNKNOWN, { cause: error });
    }
  }
}
