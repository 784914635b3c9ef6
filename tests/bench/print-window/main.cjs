// Turns pages into PDFs with Chromium's printToPDF, one line of JSON in and one out for each.
const { writeFileSync } = require('node:fs');
const { createInterface } = require('node:readline');
const { app, BrowserWindow, Menu } = require('electron');

Menu.setApplicationMenu(null);

async function printOne(window, { url, file }) {
  const startedAt = performance.now();
  await window.loadURL(url);
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => 0)');
  const loadedAt = performance.now();
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  const printedAt = performance.now();
  writeFileSync(file, pdf);
  return { loadMs: loadedAt - startedAt, printMs: printedAt - loadedAt };
}

app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  for await (const line of createInterface(process.stdin)) {
    console.log(JSON.stringify(await printOne(window, JSON.parse(line))));
  }
  app.exit(0);
});
