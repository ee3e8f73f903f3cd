@echo off
rem Starts Belangenweb on this laptop only. Data stands beside this file, in "data".
set "COPROD_DATA=%~dp0data"
"%~dp0programs\python.exe" -m coprod_ui --no-phones
pause
