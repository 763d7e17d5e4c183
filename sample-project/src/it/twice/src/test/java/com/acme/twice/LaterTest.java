package com.acme.twice;

class LaterTest extends Reviews {}
