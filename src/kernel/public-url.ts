let address = 'http://127.0.0.1:4180';

/** The app says at start under which address users reach the product (PUBLIC_URL); without a slash at the end. */
export function setPublicUrl(url: string): void {
  address = url;
}

/** The one base of every link we write. Never the Host header of a request: whoever sends it chooses it. */
export function publicUrl(): string {
  return address;
}
