@echo off
rem As Start.bat, and lets in phones on the same network: Windows may ask an administrator.
set "COPROD_DATA=%~dp0data"
"%~dp0programs\python.exe" -m coprod_ui
pause
