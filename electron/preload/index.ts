import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';

/** All a page can reach of the program: one function to call an endpoint, one to hear news. */
contextBridge.exposeInMainWorld('luohu', {
  call: (endpoint: string, input: unknown) => ipcRenderer.invoke('luohu:call', { endpoint, input }),
  onNews: (listener: (news: unknown) => void) => {
    const hear = (_event: IpcRendererEvent, news: unknown) => listener(news);
    ipcRenderer.on('luohu:news', hear);
    return () => {
      ipcRenderer.off('luohu:news', hear);
    };
  },
});
