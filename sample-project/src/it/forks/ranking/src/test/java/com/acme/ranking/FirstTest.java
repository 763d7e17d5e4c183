package com.acme.ranking;

class FirstTest extends Reviews {}
