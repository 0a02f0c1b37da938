// node chromium.mjs OUR_OFFER.json FOLDER [mdns]: needs npm's playwright-core, and chromium.
import { chromium } from 'playwright-core';
import { ourOffer, pageScript, save } from './browser_page.mjs';

const [offer, out, mode] = process.argv.slice(2);
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--use-fake-device-for-media-stream'];
// Without these host candidates have names.
if (mode !== 'mdns') {
  args.push('--use-fake-ui-for-media-stream', '--disable-features=WebRtcHideLocalIpsWithMdns');
}
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args });
const page = await browser.newPage();
await page.goto('about:blank');
const script = `new Promise((done) => { const ourOffer = ${JSON.stringify(ourOffer(offer))};
  ${pageScript('done')} })`;
save(out, await page.evaluate(script));
await browser.close();
