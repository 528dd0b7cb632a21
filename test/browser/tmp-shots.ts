import { openScreen } from './support.ts';
import { settled } from './look.ts';
const screen=(await openScreen('example'))!;
for (const [theme,width,height] of [['light',1280,1000],['dark',320,720]] as const){
 const page=await screen.open({theme,width,height});
 for(const [name,path] of [['customer','/customers/35'],['products','/insights/products']] as const){
  await page.goto(path);await settled(page);
  await page.screenshot({path:`/tmp/shot-${name}-${theme}.png`,fullPage:true,animations:'disabled'});
 }
 await page.goto('/insights/rfm');await settled(page);await page.keyboard.press('?');await page.getByText('Read more in the manual').waitFor();
 await page.screenshot({path:`/tmp/shot-help-${theme}.png`,animations:'disabled'});
 if(theme==='light'){await page.goto('/manual/insights.md');await page.screenshot({path:'/tmp/shot-manual.png'});}
}
console.log(screen.complaints);
await screen.close();
