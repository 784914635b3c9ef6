// The least an Electron program can be: one window with one field. What Luohu's start is measured against.
const { app, BrowserWindow, Menu } = require('electron');

const lookEveryMs = 25;

Menu.setApplicationMenu(null);
app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('data:text/html,<!doctype html><input autofocus>');
  const isUsable = () =>
    window.webContents.executeJavaScript("document.querySelector('input') !== null").catch(() => false);
  while (!(await isUsable())) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  console.log('usable');
  app.exit(0);
});
