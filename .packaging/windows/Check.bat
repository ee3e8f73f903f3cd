@echo off
rem Says how the data, the backups, the log and the settings are, a line each. Changes nothing.
set "COPROD_DATA=%~dp0data"
"%~dp0programs\python.exe" -m coprod_ui check
pause
