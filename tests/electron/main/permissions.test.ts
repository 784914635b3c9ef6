import { describe, expect, it } from 'vitest';
import { isPermitted, originOf } from '../../../electron/main/permissions.ts';

const ours = 'app://luohu';

describe('permissions of a page', () => {
  it('gives our pages the camera', () => {
    expect(isPermitted({ permission: 'media', origin: ours, media: ['video'] })).toBe(true);
  });

  it('gives nobody the microphone, not even together with the camera', () => {
    expect(isPermitted({ permission: 'media', origin: ours, media: ['audio'] })).toBe(false);
    expect(isPermitted({ permission: 'media', origin: ours, media: ['video', 'audio'] })).toBe(false);
    expect(isPermitted({ permission: 'media', origin: ours, media: [] })).toBe(false);
  });

  it.each(['geolocation', 'notifications', 'clipboard-read', 'usb', 'serial', 'hid', 'openExternal', 'fullscreen'])(
    'gives our pages no %s',
    (permission) => {
      expect(isPermitted({ permission, origin: ours, media: ['video'] })).toBe(false);
    },
  );

  it('gives other origins nothing', () => {
    for (const origin of ['https://example.org', 'app://other', 'file://', ''])
      expect(isPermitted({ permission: 'media', origin, media: ['video'] })).toBe(false);
  });

  it('reads the origin of an address of our scheme', () => {
    expect(originOf('app://luohu/index.html?x#y')).toBe(ours);
    expect(originOf('app://luohu.evil/index.html')).toBe('app://luohu.evil');
    expect(originOf('no address')).toBe('');
  });
});
